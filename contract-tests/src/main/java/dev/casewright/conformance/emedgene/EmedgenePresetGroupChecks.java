package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preset group of a case's own, on top of the one that it was created with. */
@Checks
class EmedgenePresetGroupChecks {

  private EmedgeneTarget target;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.own = new EmedgeneOwnCases(control);
  }

  @Test
  @Verifies("EMG-PRESET-01")
  void presetGroupIsCreatedWith201() {
    assertThat(post(own.open(), EmedgenePayload.presetGroup().toString()).status()).isEqualTo(201);
  }

  @Test
  @Verifies("EMG-PRESET-01")
  void presetGroupForADeliveredCaseIsCreatedWith201() {
    assertThat(post(own.delivered(), EmedgenePayload.presetGroup().toString()).status())
        .isEqualTo(201);
  }

  @Test
  @Verifies("EMG-PRESET-02")
  void oneGroupMayAddMoreThanOneGeneList() {
    isAccepted(
        """
        {"search": [
          {"id": 1, "name": "Casewright list 1", "type": "gene list", "value": "Casewright list 1"},
          {"id": 2, "name": "Casewright list 2", "type": "gene list", "value": "Casewright list 2"}
        ]}
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"free text", "hpo term", "inheritance mode"})
  @Verifies("EMG-PRESET-03")
  void itemMayBeOfAnotherTypeThanAGeneList(String type) {
    isAccepted(
        """
        {"search": [{"id": 1, "name": "Casewright", "type": "%s", "value": "Casewright"}]}
        """
            .formatted(type));
  }

  @Test
  @Verifies("EMG-PRESET-04")
  void idOfAnItemMayBeAText() {
    isAccepted(
        """
        {"search": [
          {"id": "list_1", "name": "Casewright", "type": "gene list", "value": "Casewright"}
        ]}
        """);
  }

  @Test
  @Verifies("EMG-PRESET-05")
  void itemMayLeaveOutItsName() {
    isAccepted(
        """
        {"search": [{"id": 1, "type": "gene list", "value": "Casewright"}]}
        """);
  }

  @Test
  @Verifies("EMG-PRESET-06")
  void filterMayHoldGroupsOtherThanSearch() {
    isAccepted(
        """
        {
          "search": [{"id": 1, "name": "Casewright", "type": "gene list", "value": "Casewright"}],
          "special_fields": {},
          "fields": {"quality": ["HIGH"]},
          "greater_fields": {},
          "lower_fields": {"Max_AF": 0.01}
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "filter"})
  @Verifies(value = "EMG-PRESET-07", effect = Effect.CREATE, probe = Probe.INVALID_VALUES)
  void bodyWithoutNameOrFilterIsRefusedWith400(String missing) {
    ObjectNode group = EmedgenePayload.presetGroup().without(missing);

    assertThat(post(own.open(), group.toString()).status()).isEqualTo(400);
  }

  @Test
  @Verifies(value = "EMG-PRESET-08", effect = Effect.CHANGE, probe = Probe.WRONG_STATE)
  void presetGroupForAFinalizedCaseIsRefused() {
    assertThat(forAFinalizedCase()).matches(EmedgeneAnswers::isError);
  }

  @Test
  @Verifies(value = "EMG-PRESET-09", effect = Effect.CHANGE, probe = Probe.WRONG_STATE)
  void refusalOfAPresetGroupForAFinalizedCaseIs400() {
    assertThat(forAFinalizedCase().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "empty", "missing"})
  @Verifies(value = "EMG-PRESET-10", probe = Probe.WRONG_STATE)
  void caseWithoutAPresetGroupGetsNone(String how) {
    ObjectNode payload = EmedgenePayload.waiting();
    ObjectNode testData = EmedgenePayload.testData(payload);
    switch (how) {
      case "null" -> testData.putNull("selected_preset_set");
      case "empty" -> testData.put("selected_preset_set", "");
      default -> testData.remove("selected_preset_set");
    }
    String name = own.made(payload).orElseGet(() -> abort("There is no such case."));

    assertThat(post(name, EmedgenePayload.presetGroup().toString()).status()).isEqualTo(400);
  }

  private void isAccepted(String filter) {
    ObjectNode group = EmedgenePayload.presetGroup();
    group.set("filter", EmedgenePayload.json(filter));

    assertThat(post(own.open(), group.toString())).matches(EmedgeneAnswers::isSuccess);
  }

  private Answer forAFinalizedCase() {
    return post(own.finalized(), EmedgenePayload.presetGroup().toString());
  }

  private Answer post(String name, String body) {
    return target.post("/api/test/" + name + "/preset_group", body);
  }
}
