package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of times. Whether a time is there at all, and is a text, are other requirements. */
@Checks
class OpalTimeChecks {

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final List<String> OPTIONAL_TIMES =
      List.of("report_approved_date", "submitted_on", "submitted_for_review_on");

  private static final String COLLECTED = "sample_collected_date";

  private OpalTarget opal;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports", "/reports/{id}"})
  @Verifies("OPAL-TIME-01")
  void timesHaveNoFractionAndNoZone(String path) {
    List<JsonNode> reports = reportsOf(path);
    List<String> times = new ArrayList<>(texts(reports, "created_on"));
    OPTIONAL_TIMES.forEach(field -> times.addAll(texts(reports, field)));

    OpalReports.of(opal).any();
    assertThat(times).isNotEmpty().allSatisfy(OpalTimeChecks::assertIsALocalTime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports", "/reports/{id}"})
  @Verifies("OPAL-TIME-02")
  void datesOfTheSampleHaveATimeOfDay(String path) {
    List<JsonNode> reports = reportsOf(path);
    OpalReports.of(opal)
        .first("with a date of its sample", report -> report.path(COLLECTED).isTextual());
    List<String> times = new ArrayList<>(texts(reports, COLLECTED));
    times.addAll(texts(reports, "sample_received_date"));

    assertThat(times).isNotEmpty().allSatisfy(OpalTimeChecks::assertIsALocalTime);
  }

  private List<JsonNode> reportsOf(String path) {
    if (path.equals("/reports")) {
      return opal.reports(path);
    }
    return OpalReports.of(opal).ofEveryKind().stream()
        .map(report -> opal.report("/reports/" + OpalReports.id(report)))
        .toList();
  }

  private static List<String> texts(List<JsonNode> reports, String field) {
    return reports.stream()
        .map(report -> report.path(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .toList();
  }

  private static void assertIsALocalTime(String text) {
    assertThat(text).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");
    assertThat(isInTheCalendar(text)).isTrue();
  }

  private static boolean isInTheCalendar(String text) {
    try {
      LocalDateTime.parse(text, TO_THE_SECOND);
      return true;
    } catch (DateTimeParseException notInIt) {
      return false;
    }
  }
}
