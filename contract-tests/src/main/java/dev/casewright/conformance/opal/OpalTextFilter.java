package dev.casewright.conformance.opal;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter of the list that takes a part of a text.
 *
 * @param parameter the name of the parameter
 * @param texts the whole text of each report, by its id; empty for a report that has none
 */
record OpalTextFilter(String parameter, Map<Long, String> texts) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");

  static OpalTextFilter accession(OpalReports reports) {
    Map<Long, String> texts = new LinkedHashMap<>();
    for (JsonNode report : reports.all()) {
      texts.put(OpalReports.id(report), report.path("accession_id").asText());
    }
    return new OpalTextFilter("accession_id", texts);
  }

  static OpalTextFilter externalId(TargetControl control) {
    return new OpalTextFilter("external_id", control.externalIds());
  }

  static OpalTextFilter genomeName(TargetControl control) {
    return new OpalTextFilter("genome_name", control.genomeNames());
  }

  String target(String text) {
    return OpalTarget.list(parameter, text);
  }

  /** The reports whose text fits. */
  Set<Long> reportsWhere(Predicate<String> condition) {
    Set<Long> ids = new LinkedHashSet<>();
    texts.forEach(
        (id, text) -> {
          if (condition.test(text)) {
            ids.add(id);
          }
        });
    return ids;
  }

  Set<Long> reportsWith(String part) {
    return reportsWhere(text -> text.contains(part));
  }

  Set<Long> reportsWithout(String part) {
    return reportsWhere(text -> !text.contains(part));
  }

  /** The first text that fits; without one the check is skipped. */
  String text(Predicate<String> condition) {
    return texts.values().stream()
        .filter(condition)
        .findFirst()
        .orElseGet(() -> abort("No report can show what " + parameter + " does."));
  }

  /** A text that begins and ends with letters or digits and has some in between. */
  String textOfThreeParts() {
    return text(text -> text.matches("[A-Za-z0-9].*[A-Za-z0-9].*[A-Za-z0-9]"));
  }

  /** The letters and digits that a text starts with, at most half of it. */
  static String start(String text) {
    Matcher plain = PLAIN.matcher(text.substring(0, (text.length() + 1) / 2));
    return plain.lookingAt() ? plain.group() : "";
  }

  /** The letters and digits that a text ends with, at most half of it. */
  static String end(String text) {
    StringBuilder reversed = new StringBuilder(text).reverse();
    return new StringBuilder(start(reversed.toString())).reverse().toString();
  }

  /**
   * The most letters or digits in a row that stand neither at the start nor at the end of a text.
   */
  static String middle(String text) {
    return longest(text.substring(1, text.length() - 1));
  }

  /** The most letters or digits in a row of a text. */
  static String longest(String text) {
    return PLAIN
        .matcher(text)
        .results()
        .map(match -> match.group())
        .reduce("", (one, other) -> other.length() > one.length() ? other : one);
  }
}
