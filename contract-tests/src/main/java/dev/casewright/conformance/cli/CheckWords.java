package dev.casewright.conformance.cli;

import dev.casewright.conformance.check.Check;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the name of a check as the sentence that it is. */
final class CheckWords {

  private static final Map<String, String> WRITTEN =
      Map.of(
          "pdf", "PDF",
          "http", "HTTP",
          "https", "HTTPS",
          "json", "JSON",
          "id", "id",
          "emedgene", "Emedgene",
          "opal", "Opal");

  private CheckWords() {}

  /** Such as "Approved report has a final PDF." */
  static String sentence(Check check) {
    String method = check.name().substring(check.name().indexOf('.') + 1);
    String words =
        Stream.of(method.split("(?=[A-Z])|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .map(word -> WRITTEN.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  /** The file that it stands in, from the root of the repository. */
  static String file(Check check) {
    return "contract-tests/src/main/java/dev/casewright/conformance/"
        + check.api().id()
        + "/"
        + check.name().substring(0, check.name().indexOf('.'))
        + ".java";
  }
}
