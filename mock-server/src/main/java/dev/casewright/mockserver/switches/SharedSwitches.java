package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Switches of both APIs. */
public final class SharedSwitches {

  /** Whether a search for a part of a text minds upper and lower case. */
  public static final Switch SUBSTRING_CASE =
      Switch.of(
              "substring-case",
              "Do upper and lower case differ in searches by a part of a text?",
              "sensitive",
              "insensitive")
          .known(
              Evidence.UNKNOWN,
              "Opal facts, 2.1.1; Emedgene facts, 2.14",
              "OPAL-FIND-13",
              "EMG-SAMP-08");

  private static final Switch PLAIN_HTTP =
      Switch.of(
              "plain-http",
              "What does the port without TLS answer?",
              "redirect-302",
              "not-found-404")
          .known(
              Evidence.DOCUMENTED,
              "Opal facts, C1",
              "OPAL-TLS-01",
              "OPAL-TLS-02",
              "OPAL-TLS-03",
              "OPAL-TLS-04",
              "EMG-TLS-01",
              "EMG-TLS-02",
              "EMG-TLS-03")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                return call.request().entrance() == Entrance.REDIRECT && usual.status() == 302
                    ? ErrorShape.of(call.api())
                        .error(404, "There is nothing without TLS. Use the port with TLS.")
                    : usual;
              });

  private static final Switch FILE_NAME_QUOTING =
      Switch.of(
              "file-name-quoting",
              "Does the name of a PDF in Content-Disposition stand in quotes?",
              "unquoted",
              "quoted")
          .known(
              Evidence.SHOWN,
              "Opal facts, 2.1.3; Emedgene facts, 2.13",
              "OPAL-FILE-02",
              "EMG-REP-09")
          .breaking("header content-disposition")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                String named = "filename=";
                Optional<String> header =
                    usual
                        .header("Content-Disposition")
                        .filter(text -> text.contains(named) && !text.contains("\""));
                return header
                    .map(
                        text ->
                            usual.withHeader(
                                "Content-Disposition", text.replace(named, named + "\"") + "\""))
                    .orElse(usual);
              });

  private SharedSwitches() {}

  /**
   * Whether a text is another one in upper or lower case, so that {@link #SUBSTRING_CASE} matters.
   *
   * @param text the text
   * @return false if it has no letter with case
   */
  public static boolean hasCase(String text) {
    return !text.toLowerCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT));
  }

  static List<Switch> all() {
    return List.of(PLAIN_HTTP, SUBSTRING_CASE, FILE_NAME_QUOTING);
  }
}
