package dev.casewright.mockserver.evidence;

import static java.util.Map.entry;

import dev.casewright.mockserver.space.ReportFilter;
import dev.casewright.mockserver.space.ReportStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * When a requirement matters that the contract names at an operation, an answer or a parameter. A
 * requirement of an answer or a parameter that does not stand here matters whenever this answer is
 * given or this parameter sent.
 */
final class Conditions {

  private static final List<String> TEXTS = ReportFilter.textParameters();
  private static final List<String> FILTERS = ReportFilter.parameters();
  private static final Pattern ZONED = Pattern.compile(".*(?:[Zz]|[+-]\\d{2}(?::?\\d{2})?)");
  private static final Pattern ZERO = Pattern.compile("[+-]?0+");

  /** Whatever becomes of the request. */
  private static final Map<String, Predicate<Situation>> ALWAYS =
      Map.of(
          "OPAL-PATH-01", Situation::endsWithSlash,
          "OPAL-PATH-02", Situation::hasUnknownParameter,
          "EMG-PATH-01", Situation::endsWithSlash,
          "EMG-PATH-02", Situation::endsWithSlash,
          "EMG-PATH-03", Situation::hasUnknownParameter);

  /** If the request is granted. */
  private static final Map<String, Predicate<Situation>> GRANTED =
      Map.ofEntries(
          entry("OPAL-FIND-11", asked -> asked.values(TEXTS).anyMatch(Situation::hasWildcard)),
          entry("OPAL-FIND-12", asked -> asked.values(TEXTS).anyMatch(text -> text.contains("-"))),
          entry("OPAL-FIND-13", asked -> asked.values(TEXTS).anyMatch(Situation::hasLetter)),
          entry("OPAL-FIND-14", asked -> asked.count(FILTERS) > 1),
          entry(
              "OPAL-PAGE-09",
              asked ->
                  asked.count(List.of("limit", "offset")) > 0
                      && (asked.count(FILTERS) > 0 || asked.has("order_by"))),
          entry(
              "OPAL-STAT-01",
              asked ->
                  asked
                      .values(List.of("report_status"))
                      .anyMatch(ReportStatus.DOCUMENTED_FILTERS::contains)),
          entry(
              "OPAL-STAT-02",
              asked ->
                  !asked
                      .values(List.of("report_status"))
                      .allMatch(ReportStatus.DOCUMENTED_FILTERS::contains)),
          entry("OPAL-ORD-03", asked -> asked.has("order_by", "run_date")),
          entry("OPAL-ORD-04", asked -> asked.has("order_by", "report_type")),
          entry("OPAL-ORD-05", asked -> asked.has("order_by", "report_status")),
          entry(
              "OPAL-PAGE-07",
              asked -> asked.values(List.of("offset")).anyMatch(ZERO.asMatchPredicate())),
          entry("OPAL-EXT-01", asked -> asked.has("extended", "True")),
          entry("OPAL-EXT-02", asked -> asked.has("extended", "True")),
          entry("OPAL-EXT-03", asked -> asked.has("extended") && !asked.has("extended", "True")),
          entry("OPAL-EXT-04", asked -> asked.has("extended", "True")),
          entry("OPAL-EXT-05", asked -> asked.has("extended", "True")),
          entry("EMG-AUTH-05", Conditions::hasUnusualScheme),
          entry(
              "EMG-AUTH-06",
              asked -> asked.hasHeader("Emgauthorization") && !asked.hasHeader("Authorization")),
          entry(
              "EMG-AUTH-07",
              asked -> asked.hasHeader("Emgauthorization") && asked.hasHeader("Authorization")),
          entry("EMG-AUTH-20", asked -> asked.hasHeader("Authorization")),
          entry(
              "EMG-CASE-13",
              asked -> asked.values(List.of("dry_run")).anyMatch("false"::equalsIgnoreCase)),
          entry(
              "EMG-LIST-08",
              asked ->
                  asked
                      .values(List.of("from_status_change_date"))
                      .anyMatch(ZONED.asMatchPredicate())),
          entry(
              "EMG-LIST-09",
              asked ->
                  asked
                      .values(List.of("from_status_change_date"))
                      .anyMatch(ZONED.asMatchPredicate().negate())),
          entry(
              "EMG-LIST-11",
              asked -> asked.count(List.of("status", "from_status_change_date")) == 0),
          entry(
              "EMG-REP-04",
              asked -> asked.variable("report_type").filter("pdf"::equals).isPresent()),
          entry(
              "EMG-REP-05",
              asked -> asked.variable("report_type").filter("json"::equals).isPresent()),
          entry(
              "EMG-REP-09",
              asked -> asked.variable("report_type").filter("pdf"::equals).isPresent()),
          entry("EMG-SAMP-05", Conditions::isExact),
          entry("EMG-SAMP-06", asked -> !isExact(asked)),
          entry(
              "EMG-SAMP-07",
              asked -> asked.values(List.of("query")).anyMatch(Situation::hasWildcard)),
          entry(
              "EMG-SAMP-08",
              asked -> asked.values(List.of("query")).anyMatch(Situation::hasLetter)));

  /** Only if what answers says so itself: they are about refusals, or about state. */
  private static final Set<String> NOTED =
      Set.of(
          "OPAL-TYPE-02",
          "OPAL-STAT-03",
          "OPAL-ORD-02",
          "OPAL-PAGE-02",
          "OPAL-PAGE-03",
          "OPAL-PAGE-05",
          "OPAL-PAGE-06",
          "OPAL-PAGE-08",
          "OPAL-FIND-09",
          "OPAL-FIND-10",
          "EMG-CASE-29",
          "EMG-LIST-10",
          "EMG-LIST-12",
          "EMG-REP-06",
          "EMG-REP-07",
          "EMG-SAMP-12",
          "EMG-STAT-01",
          "EMG-STAT-03",
          "EMG-STAT-04",
          "EMG-STAT-05");

  private Conditions() {}

  /** Whether a requirement of the operation matters, whatever becomes of the request. */
  static boolean alwaysMatters(String id, Situation situation) {
    return ALWAYS.getOrDefault(id, asked -> false).test(situation);
  }

  /** Whether a requirement of the operation matters for a request that is granted. */
  static boolean mattersIfGranted(String id, Situation situation) {
    return GRANTED.getOrDefault(id, asked -> false).test(situation);
  }

  /** Whether a requirement matters with each answer and parameter that it stands at. */
  static boolean isUnconditional(String id) {
    return !GRANTED.containsKey(id) && !NOTED.contains(id) && !ALWAYS.containsKey(id);
  }

  /** All requirements that have a condition. */
  static Set<String> ids() {
    Set<String> ids = new TreeSet<>(NOTED);
    ids.addAll(GRANTED.keySet());
    ids.addAll(ALWAYS.keySet());
    return ids;
  }

  private static boolean isExact(Situation asked) {
    return asked.values(List.of("exact_match")).anyMatch("true"::equalsIgnoreCase);
  }

  private static boolean hasUnusualScheme(Situation asked) {
    return List.of("Authorization", "Emgauthorization").stream()
        .flatMap(name -> asked.request().header(name).stream())
        .anyMatch(value -> !value.isBlank() && !value.startsWith("Bearer "));
  }
}
