package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the list is made of, and that it is whole. */
@Checks
class OpalListChecks {

  private OpalTarget opal;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
  }

  /** A list that is refused is left to other requirements. */
  @Test
  @Verifies("OPAL-LIST-01")
  void listIsOneObjectWithTheReportsUnderObjects() {
    List<String> lists =
        List.of("/reports", "/reports?limit=1", "/reports?limit=2", "/reports?offset=99999");

    assertThat(lists)
        .map(opal::get)
        .filteredOn(answer -> answer.status() == 200)
        .isNotEmpty()
        .map(Answer::json)
        .allSatisfy(
            list -> {
              assertThat(list.isObject()).isTrue();
              assertThat(list.path("objects").isArray()).isTrue();
              assertThat(list.path("objects")).allMatch(JsonNode::isObject);
            });
  }

  @Test
  @Verifies("OPAL-LIST-02")
  void listWithoutParametersHasWhatEveryOtherListHas() {
    List<String> otherLists =
        List.of(
            OpalReports.WHOLE_LIST,
            "/reports?offset=1",
            "/reports?order_by=run_date",
            "/reports?order_by=report_status",
            OpalTarget.list("report_status", "WAITING FOR SAMPLE"),
            OpalTarget.list("report_status", "APPROVED"),
            OpalTarget.list("report_status", "FAILED"));

    List<JsonNode> whole = opal.reports("/reports");

    assertThat(otherLists)
        .allSatisfy(
            other ->
                assertThat(OpalReports.ids(whole))
                    .containsAll(OpalReports.ids(opal.reportsIfListed(other))));
  }

  @Test
  @Verifies("OPAL-LIST-02")
  void listWithoutParametersHasAllReports(TargetControl control) {
    assertThat(OpalReports.ids(opal.reports("/reports")))
        .containsAll(control.externalIds().keySet());
  }

  @Test
  @Verifies("OPAL-LIST-04")
  void reportInTheListHasTheFieldsOfTheSample() {
    OpalReports.of(opal).any();
    assertThat(opal.reports("/reports"))
        .isNotEmpty()
        .allSatisfy(
            report -> assertThat(OpalFields.of(report)).containsAll(OpalFields.OF_SAMPLED_LIST));
  }
}
