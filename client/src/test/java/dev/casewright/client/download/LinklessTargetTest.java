package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Folder;
import dev.casewright.client.fixture.LinklessFiles;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads to a file system without hard links, such as a share that another system watches. */
class LinklessTargetTest {
  private static final byte[] PDF = Samples.pdf(100_000);

  @TempDir Path folder;

  private final List<String> namesSeen = new CopyOnWriteArrayList<>();
  private final FixtureServer server =
      FixtureServer.start(request -> Reply.pdf("attachment; filename=Canary.pdf", PDF));
  private final OpalClient client =
      OpalClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .credentials("login", "password")
          .build();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("Canary.pdf");
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aDownloadIsThereWhole() {
    Path target = linkless((step, path) -> {});

    client.downloadFinalPdf(5012, target);

    assertThat(file).hasBinaryContent(PDF);
    assertThat(Folder.namesIn(folder)).containsExactly("Canary.pdf");
  }

  @Test
  void whoeverWatchesTheFolderSeesTheWholeFileOrNone() {
    List<Long> sizes = new CopyOnWriteArrayList<>();
    Path target =
        linkless(
            (step, path) -> {
              if (Files.exists(file)) {
                sizes.add(file.toFile().length());
              }
            });

    client.downloadFinalPdf(5012, target);

    assertThat(sizes).isNotEmpty().containsOnly((long) PDF.length);
  }

  @Test
  void noOtherNameSaysWhatTheFileIsAbout() {
    Path target =
        linkless(
            (step, path) -> {
              if (!Files.exists(file)) {
                namesSeen.addAll(Folder.namesIn(folder));
              }
            });

    client.downloadFinalPdf(5012, target);

    assertThat(namesSeen)
        .isNotEmpty()
        .allMatch(name -> name.startsWith(".casewright-") && name.endsWith(".part"));
  }

  @Test
  void aCrashAtTheMoveLeavesNothingUnderTheName() throws Exception {
    crashAtTheMove();

    assertThat(Folder.namesIn(folder))
        .isNotEmpty()
        .allMatch(name -> name.startsWith(".casewright-") && name.endsWith(".part"));
    assertThat(file).doesNotExist();
  }

  @Test
  void afterACrashTheNameIsFreeAgainInAMinute() throws Exception {
    crashAtTheMove();
    Path target = linkless((step, path) -> {});

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, target))
        .isInstanceOf(TargetFileException.class)
        .hasMessageContaining("try again in a minute");
    assertThat(file).doesNotExist();

    for (String left : Folder.namesIn(folder)) {
      Files.setLastModifiedTime(
          folder.resolve(left), FileTime.from(Instant.now().minus(Duration.ofSeconds(90))));
    }
    client.downloadFinalPdf(5012, target);
    assertThat(file).hasBinaryContent(PDF);
  }

  @Test
  void aFileThatAppearsDuringTheDownloadIsKept() {
    Path target =
        linkless(
            (step, path) -> {
              if (step.equals("create") && !Files.exists(file)) {
                write(file, "precious");
              }
            });

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, target))
        .isInstanceOf(TargetFileException.class)
        .hasMessageContaining("exists already");
    assertThat(file).hasContent("precious");
    assertThat(Folder.namesIn(folder)).containsExactly("Canary.pdf");
  }

  @Test
  void ofManyDownloadsToOneNameOneWins() {
    Path target = linkless((step, path) -> {});
    List<CompletableFuture<Throwable>> downloads =
        IntStream.range(0, 8)
            .mapToObj(
                index ->
                    CompletableFuture.supplyAsync(
                        () -> catchThrowable(() -> client.downloadFinalPdf(5012, target))))
            .toList();

    List<Throwable> failures =
        downloads.stream().map(CompletableFuture::join).filter(thrown -> thrown != null).toList();
    assertThat(failures).hasSize(7).hasOnlyElementsOfType(TargetFileException.class);
    assertThat(file).hasBinaryContent(PDF);
    assertThat(Folder.namesIn(folder)).containsExactly("Canary.pdf");
  }

  private Path linkless(BiConsumer<String, Path> before) {
    return LinklessFiles.path(file, before);
  }

  /** From the move on nothing is done any more, not even tidying up. */
  private void crashAtTheMove() {
    List<String> steps = new CopyOnWriteArrayList<>();
    Path target =
        linkless(
            (step, path) -> {
              steps.add(step);
              if (steps.contains("move")) {
                throw new UncheckedIOException(new IOException("the power is gone"));
              }
            });

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, target))
        .isInstanceOf(TargetFileException.class);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
