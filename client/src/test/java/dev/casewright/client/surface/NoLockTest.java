package dev.casewright.client.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No thread waits for a lock while another one talks to the server. There is no way to see that in
 * a lock, so each class with one is named here, after a look at what it does while it holds it.
 */
class NoLockTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern LOCK =
      Pattern.compile("\\bsynchronized\\b|java\\.util\\.concurrent\\.locks|\\.wait\\(|Semaphore");

  private static final Set<String> SEEN_TO_HOLD_NO_LOCK_OVER_INPUT_OR_OUTPUT =
      Set.of(
          "Alarm.java",
          "Cancellation.java",
          "ConfirmedNotices.java",
          "Credentials.java",
          "DeadlineTimer.java",
          "DriftNotes.java",
          "EndableWait.java",
          "LoggingDriftListener.java",
          "Signal.java",
          "TagValues.java");

  @Test
  void noClassHasALockThatNobodyHasLookedAt() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Stream<String> locking =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> LOCK.matcher(text(file)).find())
              .map(file -> file.getFileName().toString());

      assertThat(locking)
          .containsExactlyInAnyOrderElementsOf(SEEN_TO_HOLD_NO_LOCK_OVER_INPUT_OR_OUTPUT);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
