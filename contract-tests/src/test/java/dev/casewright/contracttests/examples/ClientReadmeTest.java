package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.transport.SizeLimits;
import dev.casewright.client.transport.Timeouts;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.contracttests.examples.MarkdownPage.Block;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of the client says is what the client does. */
class ClientReadmeTest {
  private static final Path CLIENT = Path.of("..", "client");
  private static final MarkdownPage PAGE = MarkdownPage.read(CLIENT.resolve("README.md"));

  /** With a star, they belong to something optional, which users do not get. */
  private static final Pattern ALLOWED = Pattern.compile("<include>([\\w.-]+:[\\w.-]+)</include>");

  private static final Pattern EXCEPTION =
      Pattern.compile("(?m)^error\\.(\\w+) is final class extends error\\.CasewrightException$");

  @Test
  void everyProgramIsAnExampleThatIsCompiledAndRun() {
    assertThat(PAGE.blocks("java"))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(block.file()).isNotNull());
  }

  @Test
  void everyBlockIsOfAKindThatIsRunOrChecked() {
    assertThat(PAGE.blocks()).extracting(Block::language).isSubsetOf("java", "xml");
  }

  @Test
  void theDependencyIsTheOneThatIsBuilt() throws IOException {
    assertThat(PAGE.blocks("xml")).hasSize(1);
    Block dependency = PAGE.blocks("xml").get(0);

    assertThat(pom()).contains(dependency.element("artifactId"), dependency.element("version"));
  }

  @Test
  void everyDependencyAtRunTimeHasItsReason() throws IOException {
    List<String> allowed = found(ALLOWED, pom());

    assertThat(allowed).hasSizeBetween(1, 9);
    assertThat(allowed).allSatisfy(name -> assertThat(PAGE.text()).contains("| `" + name + "` |"));
  }

  @Test
  void everyExceptionIsExplained() throws IOException {
    String surface = Files.readString(CLIENT.resolve("public-surface.txt"));

    assertThat(found(EXCEPTION, surface))
        .contains("NotFoundException")
        .allSatisfy(name -> assertThat(PAGE.text()).contains("\n| `" + name + "` |"));
    assertThat(PAGE.text()).contains(CasewrightException.class.getName());
  }

  @ParameterizedTest
  @MethodSource
  void everyDefaultIsTheOneThatIsSaid(String row) {
    assertThat(PAGE.text()).contains("\n" + row);
  }

  static Stream<String> everyDefaultIsTheOneThatIsSaid() {
    return Stream.of(
            Timeouts.defaults(),
            RetryPolicy.defaults(),
            LoginPolicy.defaults(),
            PollPolicy.defaults(),
            SizeLimits.defaults())
        .flatMap(ClientReadmeTest::rows);
  }

  @Test
  void theOldestAndTheNewestJacksonAreNamed() throws IOException {
    String oldest = property("jackson.oldest.version", pom());
    String newest = property("jackson.version", Files.readString(Path.of("..", "pom.xml")));

    assertThat(PAGE.text()).contains("| Jackson 2 | " + oldest + " to " + newest + " |");
  }

  private static Stream<String> rows(Record settings) {
    return Stream.of(settings.getClass().getRecordComponents())
        .map(setting -> "| `" + setting.getName() + "` | " + text(setting, settings) + " |");
  }

  private static String text(RecordComponent setting, Record settings) {
    try {
      Object value = setting.getAccessor().invoke(settings);
      if (value instanceof Duration time) {
        return text(time);
      }
      if (value instanceof Long bytes) {
        return bytes / 1024 / 1024 + " MiB";
      }
      return value.equals(Optional.empty()) ? "unknown" : value.toString();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + " ms";
    }
    return time.toSeconds() < 120 ? time.toSeconds() + " s" : time.toMinutes() + " min";
  }

  private static String pom() throws IOException {
    return Files.readString(CLIENT.resolve("pom.xml"));
  }

  private static String property(String name, String pom) {
    return found(Pattern.compile("<" + name + ">([^<]+)<"), pom).get(0);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }
}
