package dev.casewright.mockserver.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.deviation.opal.OpalDeviations;
import dev.casewright.mockserver.route.InvalidContractException;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviationRegistryTest {

  private final RequirementRegister opal = RequirementRegister.of(Api.OPAL);

  @Test
  void everyRequirementOfOpalThatCanBeTestedHasItsDeviation() {
    DeviationRegistry registry = registry(OpalDeviations.all()).covering(opal);

    assertThat(registry.ids())
        .containsExactlyInAnyOrderElementsOf(
            opal.requirements().stream()
                .filter(requirement -> requirement.reasonUntestable().isEmpty())
                .map(Requirement::id)
                .toList());
  }

  @Test
  void theDeviationsOfOpalStandInTheOrderOfTheRegister() {
    List<String> ids = List.copyOf(registry(OpalDeviations.all()).ids());

    assertThat(ids)
        .containsExactlyElementsOf(
            opal.requirements().stream().map(Requirement::id).filter(ids::contains).toList());
  }

  @Test
  void everySummaryIsASentenceOfItsOwn() {
    assertThat(OpalDeviations.all())
        .map(Deviation::summary)
        .doesNotHaveDuplicates()
        .allSatisfy(summary -> assertThat(summary).matches("\\S.*[a-z0-9A-Z]\\."));
  }

  @Test
  void aRequirementWithoutADeviationStopsTheStart() {
    List<Deviation> deviations = new ArrayList<>(OpalDeviations.all());
    deviations.removeIf(deviation -> deviation.requirement().equals("OPAL-PDF-02"));

    assertThatThrownBy(() -> registry(deviations).covering(opal))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContaining("OPAL-PDF-02 has no deviation")
        .hasMessageNotContaining("OPAL-PDF-01");
  }

  @Test
  void aRequirementThatCannotBeTestedNeedsNone() {
    assertThat(opal.find("OPAL-TIME-03").flatMap(Requirement::reasonUntestable)).isPresent();
    assertThat(registry(OpalDeviations.all()).covering(opal).find("OPAL-TIME-03")).isEmpty();
  }

  @Test
  void aSecondDeviationOfARequirementStopsTheStart() {
    assertThatThrownBy(() -> registry(List.of(deviation("OPAL-PDF-02"), deviation("OPAL-PDF-02"))))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContaining("OPAL-PDF-02 has two deviations");
  }

  @Test
  void aDeviationWithoutARequirementStopsTheStart() {
    assertThatThrownBy(() -> registry(List.of(deviation("OPAL-NONE-01"))))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContaining("OPAL-NONE-01 has a deviation but stands in no register");
  }

  @Test
  void allThatDoesNotFitIsToldAtOnce() {
    assertThatThrownBy(
            () -> registry(List.of(deviation("OPAL-NONE-01"), deviation("OPAL-NONE-02"))))
        .hasMessageContaining("OPAL-NONE-01")
        .hasMessageContaining("OPAL-NONE-02");
  }

  private DeviationRegistry registry(List<Deviation> deviations) {
    return DeviationRegistry.of(List.of(opal), deviations);
  }

  private static Deviation deviation(String requirement) {
    return Deviation.wrong(requirement, "It does something else.", DeviantCall::usual);
  }
}
