package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.TargetControl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case says of the payload that made it, and of who finalized it. */
@Checks
class EmedgeneCaseEchoChecks {

  private EmedgeneCases cases;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.cases = new EmedgeneCases(control.emedgene());
    this.own = new EmedgeneOwnCases(control);
  }

  @Test
  @Verifies("EMG-GET-06")
  void phenotypesCarryTheServersIdsHoweverTheyWereSent() {
    List<JsonNode> details =
        Stream.of(
                EmedgenePayload.phenotypeById("phenotypes/EMG_PHENOTYPE_0001250"),
                EmedgenePayload.phenotypeById("HP:0001250"),
                EmedgenePayload.phenotypeByName("Seizure"))
            .map(phenotype -> EmedgenePayload.withPhenotype(EmedgenePayload.family(), phenotype))
            .map(EmedgeneCaseEchoChecks::withThatOfTheProbandForTheMother)
            .flatMap(payload -> find(payload).stream())
            .toList();

    assumeTrue(!details.isEmpty(), "No form of a phenotype is taken.");
    assertThat(details)
        .allSatisfy(
            detail ->
                assertThat(List.of("proband", "mother"))
                    .allSatisfy(
                        member ->
                            assertThat(detail.at("/patients/" + member + "/phenotypes"))
                                .isNotEmpty()
                                .allSatisfy(
                                    phenotype ->
                                        assertThat(phenotype.path("id").asText())
                                            .matches("phenotypes/EMG_PHENOTYPE_\\d{7}"))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Verifies("EMG-GET-09")
  void caseGivesBackWhatThePayloadSaidOfIt(boolean consanguinity) {
    ObjectNode payload = EmedgenePayload.waiting();
    EmedgenePayload.testData(payload)
        .put("notes", "Casewright notes \u00e9\u4e2d, consanguinity " + consanguinity)
        .put("indication_for_testing", "Casewright indication " + consanguinity)
        .put("consanguinity", consanguinity);

    JsonNode detail = make(payload);

    assertThat(List.of("notes", "indication_for_testing", "consanguinity", "selected_preset_set"))
        .allSatisfy(
            field ->
                assertThat(detail.path(field))
                    .as(field)
                    .isEqualTo(EmedgenePayload.testData(payload).path(field)));
  }

  @Test
  @Verifies("EMG-GET-10")
  void caseOfAllGenesHasTheListOfAllGenes() {
    ObjectNode withoutList = EmedgenePayload.waiting();
    EmedgenePayload.testData(withoutList).remove("gene_list");

    assertThat(List.of(make(EmedgenePayload.waiting()), make(withoutList)))
        .allSatisfy(
            detail -> {
              assertThat(detail.path("gene_list_id").asLong()).isEqualTo(1);
              assertThat(detail.path("geneListName").asText()).isEqualTo("All genes");
              assertThat(detail.path("genes").isArray()).isTrue();
              assertThat(detail.path("genes")).isEmpty();
            });
  }

  @Test
  @Verifies("EMG-GET-12")
  void finalizedCaseNamesItsSignerAndHasASigningDate() {
    String name = own.delivered();
    boolean set = EmedgeneAnswers.isSuccess(own.setStatus(name, "finalized"));

    JsonNode detail = cases.read(set ? name : cases.any("finalized"));

    assertThat(detail.path("signer").path("name").asText()).isNotBlank();
    assertThat(EmedgeneTimes.in(detail.path("signing_date"))).isPresent();
  }

  @Test
  @Verifies("EMG-GET-12")
  void listedFinalizedCaseNamesItsSignerAndHasASigningDate() {
    JsonNode detail = cases.read(cases.any("finalized"));

    assertThat(detail.path("signer").path("name").asText()).isNotBlank();
    assertThat(EmedgeneTimes.in(detail.path("signing_date"))).isPresent();
  }

  private JsonNode make(ObjectNode payload) {
    return find(payload).orElseGet(() -> abort("The payload makes no case that can be read."));
  }

  private Optional<JsonNode> find(ObjectNode payload) {
    return own.made(payload).map(cases::read);
  }

  private static ObjectNode withThatOfTheProbandForTheMother(ObjectNode payload) {
    EmedgenePayload.patients(payload)
        .withObject("/mother")
        .set("phenotypes", EmedgenePayload.proband(payload).path("phenotypes").deepCopy());
    return payload;
  }
}
