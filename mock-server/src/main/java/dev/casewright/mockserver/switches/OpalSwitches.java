package dev.casewright.mockserver.switches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Switches of Opal. */
public final class OpalSwitches {

  /** Which way a list is ordered. */
  public static final Switch ORDER_DIRECTION =
      Switch.of("order-direction", "Which way does order_by sort?", "ascending", "descending")
          .known(Evidence.UNKNOWN, "Opal facts, 2.1.1", "OPAL-ORD-06");

  /** What {@code report_status=COMPLETE} finds. */
  public static final Switch COMPLETE_FILTER =
      Switch.of(
              "complete-filter",
              "Which reports does report_status=COMPLETE find?",
              "status-complete",
              "all-processed")
          .known(Evidence.INFERRED, "Opal facts, C4", "OPAL-STAT-04", "OPAL-STAT-05");

  /** What decides that a report is approved. */
  public static final Switch APPROVED_BY =
      Switch.of(
              "approved-by",
              "What decides which PDF a report has?",
              "status",
              "report-approved-date")
          .known(Evidence.INFERRED, "Opal facts, C10", "OPAL-PDF-04", "OPAL-PREV-08");

  private static final Pattern TIME =
      Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\"");

  private static final Switch LIST_SHAPE =
      Switch.of(
              "opal-list-shape",
              "What is around the reports of a list?",
              "objects",
              "array",
              "array-around-object")
          .known(Evidence.INFERRED, "Opal facts, C2", "OPAL-LIST-01")
          .breaking("body")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                return call.isOf("getReports") && usual.status() == 200
                    ? Turns.withBody(usual, list -> shaped(list, value))
                    : usual;
              });

  private static final Switch CREDENTIALS_STATUS =
      Switch.of(
              "opal-credentials-status",
              "With which status does Opal refuse missing and wrong credentials?",
              "401",
              "403")
          .known(
              Evidence.INFERRED, "Opal facts, C33", "OPAL-AUTH-02", "OPAL-AUTH-03", "OPAL-AUTH-06")
          .turning(Turns.status("OPAL-AUTH-01", "OPAL-AUTH-06", "OPAL-AUTH-07"));

  private static final Switch INVALID_VALUE_STATUS =
      Switch.of(
              "invalid-value-status",
              "With which status does Opal refuse an invalid value?",
              "mixed",
              "400",
              "404",
              "422")
          .known(Evidence.INFERRED, "Opal facts, C33", "OPAL-ERR-04", "OPAL-ERR-05", "OPAL-ERR-06")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                boolean invalid =
                    Turns.isOpal(call)
                        && Turns.isRefusal(usual)
                        && !usual.trace().followsFrom("OPAL-ID-02")
                        && usual.trace().isInvalid();
                return invalid ? Turns.withStatus(usual, value) : usual;
              });

  private static final Switch UNKNOWN_REPORT_STATUS =
      Switch.of(
              "unknown-report-status",
              "With which status does Opal refuse the id of no report?",
              "404",
              "400",
              "422")
          .known(Evidence.INFERRED, "Opal facts, C33", "OPAL-ID-02")
          .turning(Turns.status("OPAL-ID-02"));

  private static final Switch FOREIGN_REPORT_STATUS =
      Switch.of(
              "foreign-report-status",
              "With which status does Opal refuse a report of another workspace?",
              "403",
              "404")
          .known(Evidence.INFERRED, "Opal facts, C33", "OPAL-AUTH-08")
          .turning(Turns.status("OPAL-AUTH-08"));

  private static final Switch EXTENDED_SPELLING =
      Switch.of(
              "extended-spelling",
              "Which values of extended ask for the extended report?",
              "True",
              "any-case")
          .known(Evidence.INFERRED, "Opal facts, C7", "OPAL-EXT-03")
          .turning(
              (call, value) -> {
                boolean meant =
                    call.isOf("getOneReport")
                        && call.request()
                            .parameter("extended")
                            .filter(text -> text.equalsIgnoreCase("true") && !text.equals("True"))
                            .isPresent();
                return meant
                    ? call.usual(call.request().withParameter("extended", "True"))
                    : call.usual();
              });

  private static final Switch TIMES =
      Switch.of(
              "opal-times",
              "Do the times of a report name an offset?",
              "without-offset",
              "pst-offset")
          .known(Evidence.SHOWN, "Opal facts, C15", "OPAL-TIME-01", "OPAL-TIME-02")
          .breaking("body/")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                return call.isOf("getReports", "getOneReport") && usual.status() == 200
                    ? withOffsets(usual)
                    : usual;
              });

  private OpalSwitches() {}

  static List<Switch> all() {
    return List.of(
        ORDER_DIRECTION,
        COMPLETE_FILTER,
        APPROVED_BY,
        ReportQuerySwitches.EMPTY_TEXT_FILTER,
        ReportQuerySwitches.OFFSET_ZERO,
        ReportQuerySwitches.UNKNOWN_GENOME,
        ReportQuerySwitches.COMBINED_FILTERS,
        EXTENDED_SPELLING,
        CREDENTIALS_STATUS,
        INVALID_VALUE_STATUS,
        UNKNOWN_REPORT_STATUS,
        FOREIGN_REPORT_STATUS,
        TIMES,
        LIST_SHAPE);
  }

  private static Optional<JsonNode> shaped(JsonNode list, String value) {
    if (!list.path("objects").isArray()) {
      return Optional.empty();
    }
    ArrayNode around = Json.array().add(list);
    return Optional.of(value.equals("array") ? list.path("objects") : around);
  }

  private static MockAnswer withOffsets(MockAnswer usual) {
    String before = new String(usual.body(), StandardCharsets.UTF_8);
    String after = TIME.matcher(before).replaceAll("\"$1-08:00\"");
    return after.equals(before) ? usual : usual.withBody(after.getBytes(StandardCharsets.UTF_8));
  }
}
