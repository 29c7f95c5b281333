package dev.casewright.client.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users can rely on is known, and changes only with a change of its listing. */
class PublicSurfaceTest {
  private static final Path LISTING = Path.of("public-surface.txt");
  private static final String WRITE = "mvn -pl client verify -Dcasewright.surface=write";

  private static final List<String> HEAD =
      List.of(
          "# What users of casewright-client can name. A line that goes or changes breaks"
              + " somebody's program.",
          "# Packages begin with dev.casewright.client. unless they say otherwise; java.lang is"
              + " left out.",
          "# Written by: " + WRITE,
          "");

  /**
   * They share package-private members with what users have, so they are in exported packages, and
   * public for their neighbours.
   */
  private static final Set<String> NOT_FOR_USERS =
      Set.of(
          "download.Downloads",
          "json.Fields",
          "json.JsonEncoder",
          "json.MaskedText",
          "json.WireTimes",
          "transport.JdkTransport",
          "waiting.Waiting");

  /** All others would be a dependency that users notice. */
  private static final Set<String> PACKAGES_OF_OTHERS =
      Set.of("java.", "javax.net.ssl", "com.fasterxml.jackson.", "feign", "io.micrometer.core");

  private final PublicSurface surface = new PublicSurface(ModuleDescription.read(), NOT_FOR_USERS);

  @Test
  void thePublicSurfaceIsTheOneThatIsListed() throws IOException {
    List<String> lines = Stream.concat(HEAD.stream(), surface.lines().stream()).toList();
    if ("write".equals(System.getProperty("casewright.surface"))) {
      Files.write(LISTING, lines);
    }

    assertThat(differences(Files.readAllLines(LISTING), lines))
        .as("If the change is meant, write the listing anew with: %s", WRITE)
        .isEmpty();
  }

  @Test
  void whatIsForUsersShowsOnlyWhatIsForUsers() {
    assertThat(surface.strangers(PACKAGES_OF_OTHERS)).isEmpty();
  }

  @Test
  void whatIsSaidNotToBeForUsersIsStillThere() {
    assertThat(surface.gone()).isEmpty();
  }

  private static List<String> differences(List<String> listed, List<String> lines) {
    Stream<String> gone = listed.stream().filter(line -> !lines.contains(line)).map("- "::concat);
    Stream<String> added = lines.stream().filter(line -> !listed.contains(line)).map("+ "::concat);
    return Stream.concat(gone, added).toList();
  }
}
