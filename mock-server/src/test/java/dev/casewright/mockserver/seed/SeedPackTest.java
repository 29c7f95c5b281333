package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.emedgene.PhenotypeCatalogue;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.check.ContractCheck;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class SeedPackTest {

  private static final String SCHEMAS = "/components/schemas/";

  private final SeedFiles files = new SeedFiles("small");
  private final SpaceState state =
      new WrittenPack(
              "small",
              PackDocuments.of(files),
              new CaseDrafts(new PhenotypeCatalogue(new SeedFiles("ontology").read("hpo.yaml"))))
          .stateFor("default");

  @Test
  void everyReportFitsTheContract() {
    ContractCheck opal = new ContractCheck(Contract.of(Api.OPAL));

    for (Report report : state.reports()) {
      assertThat(opal.value(SCHEMAS + "Report", report.extended())).as(report.toString()).isEmpty();
    }
  }

  @Test
  void everyCaseAndItsPayloadFitTheContract() {
    ContractCheck emedgene = new ContractCheck(Contract.of(Api.EMEDGENE));

    for (JsonNode entry : files.read("cases.yaml")) {
      assertThat(emedgene.value(SCHEMAS + "CreateCaseRequest", entry.path("payload")))
          .as(entry.path("name").asText())
          .isEmpty();
    }
    for (CaseFile file : state.cases()) {
      JsonNode candidates = Json.object().set("variants", file.candidates());
      assertThat(emedgene.value(SCHEMAS + "CaseDetail", file.detail(state.organisation())))
          .as(file.toString())
          .isEmpty();
      assertThat(emedgene.value(SCHEMAS + "CandidateList", candidates)).as(file.name()).isEmpty();
    }
  }

  @Test
  void casesStandOldestFirstAndChangeAtTimesOfTheirOwn() {
    assertThat(state.cases().stream().map(file -> file.standing().created()))
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates();
    assertThat(state.cases().stream().map(file -> file.standing().changed()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> files.read("no-such-file.yaml"))
        .isInstanceOf(InvalidSeedException.class)
        .hasMessageContaining("small")
        .hasMessageContaining("no-such-file.yaml");
  }
}
