package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that all that is answered out of a seed pack fits the contracts. */
final class PackAnswers {

  private static final String SCHEMAS = "/components/schemas/";

  private final ContractCheck opal;
  private final ContractCheck emedgene;
  private final PackFiles files;
  private final Mistakes mistakes;

  PackAnswers(Map<Api, Contract> contracts, PackFiles files, Mistakes mistakes) {
    this.opal = new ContractCheck(contracts.get(Api.OPAL));
    this.emedgene = new ContractCheck(contracts.get(Api.EMEDGENE));
    this.files = files;
    this.mistakes = mistakes;
  }

  void check(SpaceState state) {
    Map<String, Integer> entries = entries(files.reports().root(), "id");
    for (Report report : state.reports()) {
      tell(
          files.reports(),
          entries.get(Long.toString(report.id())),
          opal.value(SCHEMAS + "Report", report.extended()));
    }
    Map<String, Integer> cases = entries(files.cases().root(), "name");
    for (CaseFile file : state.cases()) {
      Integer entry = cases.get(file.name());
      JsonNode candidates = Json.object().set("variants", file.candidates());
      tell(files.cases(), entry, emedgene.value(SCHEMAS + "CaseInfo", file.info()));
      tell(files.cases(), entry, emedgene.value(SCHEMAS + "CandidateList", candidates));
      tell(
          files.cases(),
          entry,
          emedgene.value(SCHEMAS + "CaseDetail", file.detail(state.organisation())));
    }
  }

  private void tell(PackFile file, Integer entry, List<Violation> violations) {
    for (Violation violation : violations) {
      mistakes.add(file, "/" + entry, "its answer breaks the contract: " + violation);
    }
  }

  private static Map<String, Integer> entries(JsonNode list, String key) {
    Map<String, Integer> entries = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      entries.put(list.path(i).path(key).asText(), i);
    }
    return entries;
  }
}
