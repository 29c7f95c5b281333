package dev.casewright.client.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages stand in an order, and each knows only those before it: there is no circle. */
class PackageOrderTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "dev", "casewright", "client").toAbsolutePath();
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^import (?:static )?dev\\.casewright\\.client\\.((?:([a-z]\\w*)\\.)?.+);");
  private static final String ROOT = "";

  private static final List<String> ORDER =
      List.of(
          "digest",
          "time",
          "deadline",
          "json",
          "observe",
          "drift",
          "error",
          "answer",
          "retry",
          "auth",
          "paging",
          "call",
          "transport",
          "authorization",
          "walk",
          "download",
          "waiting",
          ROOT,
          "setup",
          "opal",
          "emedgene",
          "webhook",
          "micrometer");

  /** They are rules of a call, and stand beside the transport that users set with them. */
  private static final Set<String> KNOWN_TO_A_CALL =
      Set.of("transport.Timeouts", "transport.SizeLimits");

  @Test
  void aPackageKnowsOnlyThoseBeforeIt() throws IOException {
    assertThat(sources().stream().flatMap(PackageOrderTest::wrongWay)).isEmpty();
  }

  @Test
  void everyPackageHasItsPlace() throws IOException {
    assertThat(sources().stream().map(PackageOrderTest::packageOf).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void whatIsKnownToACallAgainstTheOrderIsStillThere() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path source : sources()) {
      if (packageOf(source).equals("call")) {
        imports(source).map(found -> found.group(1)).forEach(known::add);
      }
    }

    assertThat(known).containsAll(KNOWN_TO_A_CALL);
  }

  private static Stream<String> wrongWay(Path source) {
    int place = ORDER.indexOf(packageOf(source));
    return imports(source)
        .filter(found -> !isKnownToACall(source, found.group(1)))
        .filter(found -> ORDER.indexOf(found.group(2) == null ? ROOT : found.group(2)) > place)
        .map(found -> SOURCES.relativize(source) + " knows " + found.group(1));
  }

  private static boolean isKnownToACall(Path source, String type) {
    return packageOf(source).equals("call") && KNOWN_TO_A_CALL.contains(type);
  }

  private static Stream<MatchResult> imports(Path source) {
    try {
      return IMPORT.matcher(Files.readString(source)).results();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String packageOf(Path source) {
    Path folder = SOURCES.relativize(source.getParent());
    return folder.getName(0).toString();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
