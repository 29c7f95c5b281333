package dev.casewright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Message;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The mock server, read through by a client that keeps to the contract. */
class DriftOfTheMockTest {

  private static final Set<String> LEFT_OPEN =
      Set.of(
          "/components/schemas/CaseOrganization",
          "/components/schemas/CaseSequenceInfo",
          "/components/schemas/CheckedPresets",
          "/components/schemas/JsonReport");

  private static MockServer mock;

  private final DriftCollector collector = new DriftCollector();

  @BeforeAll
  static void start() {
    mock = MockServer.builder().plainHttpPort(0).start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Test
  void theOpalMockSendsNothingThatTheContractDoesNotKnowButOtherWordsOfOpenLists() {
    Watched opal = watched(Api.OPAL);
    JsonNode list = opal.get("/reports", opalCredentials()).json();
    for (JsonNode report : list.path("objects")) {
      opal.get("/reports/" + report.path("id").asLong(), opalCredentials());
      opal.get("/reports/" + report.path("id").asLong() + "/pdf_report", opalCredentials());
      opal.get("/reports/" + report.path("id").asLong() + "/pdf_preview", opalCredentials());
    }
    opal.get("/reports");

    assertEveryOperationAnswersAsTheContractKnows(Api.OPAL);
  }

  @Test
  void theEmedgeneMockSendsNothingThatTheContractDoesNotKnowButOtherWordsOfOpenLists() {
    Watched emedgene = watched(Api.EMEDGENE);
    String made = logInAndMakeACase(emedgene);
    Map<String, String> token = token();
    workOn(emedgene, made);
    for (JsonNode listed : emedgene.get("/api/test", token).json().path("hits")) {
      readThrough(emedgene, listed.path("name").asText());
    }
    emedgene.get("/api/sample/?query=-", token);
    emedgene.get("/api/test/EMG999999999", token);
    emedgene.get("/api/apidoc/swagger", token);
    emedgene.get("/api/test");

    assertEveryOperationAnswersAsTheContractKnows(Api.EMEDGENE);
  }

  private void assertEveryOperationAnswersAsTheContractKnows(Api api) {
    assertThat(collector.report().unknown())
        .filteredOn(finding -> finding.kind() != DriftKind.UNKNOWN_VALUE)
        .filteredOn(finding -> !isOfAnObjectThatTheContractLeavesOpen(finding))
        .isEmpty();
    assertThat(collector.report().answers())
        .containsOnlyKeys(Contract.of(api).operations().stream().map(Operation::id).toList());
  }

  /** What the contract describes in words, or not at all. */
  private static boolean isOfAnObjectThatTheContractLeavesOpen(DriftFinding finding) {
    return finding.kind() == DriftKind.UNKNOWN_FIELD && LEFT_OPEN.contains(finding.document());
  }

  private static String logInAndMakeACase(Watched emedgene) {
    String credentials =
        "{\"username\":\"%s\",\"password\":\"%s\"}"
            .formatted(mock.credentials().emedgeneUsername(), mock.credentials().password());
    send(emedgene, "POST", "/api/auth/v2/api_login/", credentials);
    send(emedgene, "POST", "/api/auth/api_login/", credentials);
    emedgene.get("/api/user/org_users/", token());
    send(emedgene, "POST", "/api/cases/v2/cases?dry_run=true", family());
    return send(emedgene, "POST", "/api/cases/v2/cases", family()).path("name").asText();
  }

  /** What the vendor's page does with a case that it made. */
  private static void workOn(Watched emedgene, String made) {
    mock.space().setCaseStatus(made, "delivered");
    long user = emedgene.get("/api/user/org_users/", token()).json().at("/hits/0/id").asLong();
    send(
        emedgene,
        "POST",
        "/api/participant/" + made,
        "{\"action\":\"assign\",\"ids\":[" + user + "]}");
    send(
        emedgene,
        "POST",
        "/api/test/" + made + "/preset_group",
        """
        {"name": "Casewright", "filter": {"search":
          [{"id": 1, "name": "Genes", "type": "gene list", "value": "Genes"}]}}
        """);
    send(emedgene, "PUT", "/api/test/" + made, "{\"status\":\"finalized\"}");
  }

  private static void readThrough(Watched emedgene, String name) {
    for (String path :
        List.of(
            "/api/test/" + name,
            "/api/test/" + name + "/info",
            "/api/candidates/" + name,
            "/api/test/v2/" + name + "/reports/pdf/1",
            "/api/test/v2/" + name + "/reports/json/1")) {
      emedgene.get(path, token());
    }
  }

  private static JsonNode send(Watched emedgene, String method, String path, String body) {
    return emedgene.send(new Message(method, path, token(), Optional.of(body)), false).json();
  }

  private static String family() {
    return """
        {"should_upload": false, "test_data": {"type": "Exome", "sample_type": "fastq",
          "selected_preset_set": "Default", "diseases": [], "samples": [],
          "gene_list": {"id": 1, "type": "all", "visible": false},
          "patients": {
            "proband": {"id": "proband", "fastq_sample": "", "pending_sample_name": "Casewright-1",
              "gender": "Female", "relationship": "Test Subject", "healthy": false,
              "mother": "mother", "phenotypes": [{"id": "HP:0001250", "name": ""}]},
            "mother": {"id": "mother", "fastq_sample": "", "gender": "Female",
              "relationship": "Mother", "healthy": true, "phenotypes": []}}}}
        """;
  }

  private Watched watched(Api api) {
    return new Watched(mock.plainHttpUrl().orElseThrow(), api, collector);
  }

  private static Map<String, String> token() {
    return Map.of(
        "Authorization",
        "Bearer " + mock.space().emedgeneToken(),
        "Content-Type",
        "application/json");
  }

  private static Map<String, String> opalCredentials() {
    String pair = mock.credentials().opalLogin() + ":" + mock.credentials().password();
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
