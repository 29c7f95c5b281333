package dev.casewright.client.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.emedgene.model.CandidateList;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.json.WireJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmedgeneClientTest {
  @AutoClose
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, "{}"));

  @AutoClose private final EmedgeneClient client = Clients.emedgene(server).build();

  @ParameterizedTest
  @ValueSource(strings = {"Status", "status"})
  void bothSpellingsOfTheStatusOfACreatedCaseAreUnderstood(String name) {
    server.answer(
        request ->
            Reply.json(201, "{\"name\": \"EMG000000001\", \"%s\": \"uploading\"}".formatted(name)));

    CreatedCase created = client.createCase(minimalCase());

    assertThat(created.name()).isEqualTo("EMG000000001");
    assertThat(created.status()).contains(CaseStatus.UPLOADING);
    assertThat(created.additionalFields()).isEmpty();
    assertThat(server.only().method() + " " + server.only().target())
        .isEqualTo("POST /api/cases/v2/cases");
    assertThat(server.only().header("Content-Type")).startsWith("application/json");
    assertThat(server.only().body())
        .isEqualTo(
            "{\"test_data\":{\"patients\":{\"proband\":{\"id\":\"proband\"}}},\"should_upload\":false}");
  }

  @Test
  void aCreatedCaseWithoutANameIsAnErrorAndWasCreated() {
    server.answer(request -> Reply.json(201, "{\"Status\": \"uploading\"}"));

    assertThatThrownBy(() -> client.createCase(minimalCase()))
        .isInstanceOfSatisfying(
            DecodeException.class,
            failure -> {
              assertThat(failure).hasMessageContaining("/name");
              assertThat(failure.operation()).isEqualTo("createCase");
              assertThat(failure.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            });
  }

  @Test
  void aDryRunAsksForOneAndBearsAnyAnswer() {
    for (String answer : new String[] {"{}", "\"fine\"", "", "null", "[]"}) {
      server.answer(request -> Reply.json(200, answer));
      assertThat(client.checkCase(minimalCase()).json().toString()).isEqualTo(answer);
    }
    assertThat(server.received())
        .extracting(Received::target)
        .containsOnly("/api/cases/v2/cases?dry_run=true");
  }

  @Test
  void usersAreFoundByEmailAndAssigned() throws Exception {
    server.answer(
        request ->
            Reply.json(
                200,
                """
                {"hits": [{"id": 1, "email": "one@lab.example"}, {"id": 2, "email": "two@lab.example"},
                          {"id": 3, "email": "xone@lab.example"}]}"""));

    Map<String, Long> ids =
        client.findUserIdsByEmail(
            List.of("two@lab.example", "nobody@lab.example", "one@lab.example"));
    client.assignParticipants("EMG000000001", ids.values());

    assertThat(ids)
        .containsExactly(Map.entry("two@lab.example", 2L), Map.entry("one@lab.example", 1L));
    Received assign = server.received().get(1);
    assertThat(assign.method() + " " + assign.target())
        .isEqualTo("POST /api/participant/EMG000000001");
    assertThat(json(assign.body())).isEqualTo(json("{\"action\": \"assign\", \"ids\": [2, 1]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"total\": 2, \"hits\": [%s, %s]}",
        "{\"objects\": [%s, %s]}",
        "[%s, %s]",
        "[{\"objects\": [%s, %s]}]",
        "[{\"total\": 2, \"hits\": [%s, %s]}]"
      })
  void everyShapeOfACaseListIsUnderstood(String shape) {
    server.answer(
        request ->
            Reply.json(
                200,
                shape.formatted(
                    "{\"name\": \"EMG000000001\"}",
                    "{\"name\": \"EMG000000002\", \"status\": \"finalized\"}")));

    assertThat(client.listCases(CaseStatus.FINALIZED).hits().orElseThrow())
        .extracting(CaseListEntry::name)
        .containsExactly("EMG000000001", "EMG000000002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"total\": 1, \"hits\": [%s]}",
        "{\"variants\": [%s]}",
        "{\"objects\": [%s]}",
        "[%s]",
        "[{\"hits\": [%s]}]"
      })
  void listsOfUsersSamplesAndVariantsComeInAnyShapeToo(String shape) {
    server.answer(
        request ->
            Reply.json(
                200,
                shape.formatted(
                    "{\"id\": 4, \"email\": \"one@lab.example\", \"chromosome\": \"chr8\"}")));

    assertThat(client.getCandidates("EMG000000001").variants().orElseThrow()).hasSize(1);
    if (!shape.contains("variants")) {
      assertThat(client.findUserIdsByEmail(List.of("one@lab.example"))).hasSize(1);
      assertThat(client.findSamplesByName("S", SampleType.FASTQ).hits()).hasSize(1);
    }
  }

  @Test
  void bothSpellingsOfTheDetailsOfAVariantAreUnderstoodAndNeitherIsLost() throws Exception {
    server.answer(
        request ->
            Reply.json(
                200,
                """
                {"variants": [{"Variant_details": "a"}, {"variant_details": "b"},
                              {"Variant_details": "c", "variant_details": "d"},
                              {"variant_details": null}],
                 "variant_details": "not of a variant"}"""));

    CandidateList list = client.getCandidates("EMG000000001");

    assertThat(json(WireJson.newMapper().writeValueAsString(list)))
        .isEqualTo(
            json(
                """
                {"variants": [{"Variant_details": "a"}, {"Variant_details": "b"},
                              {"Variant_details": "c", "variant_details": "d"},
                              {"Variant_details": null}],
                 "variant_details": "not of a variant"}"""));
  }

  @Test
  void timesOfTheCaseListKeepSecondsAndOffset() {
    client.listCases(CaseStatus.FINALIZED, LocalDateTime.of(2031, 1, 8, 14, 0));
    client.listCases(CaseStatus.FINALIZED, OffsetDateTime.parse("2031-01-08T14:05:10.5+02:00"));
    client.listCases(CaseStatus.of("custom status"), OffsetDateTime.parse("2031-01-08T14:05:10Z"));

    assertThat(server.received())
        .extracting(Received::target)
        .containsExactly(
            "/api/test?status=finalized&from_status_change_date=2031-01-08T14%3A00%3A00",
            "/api/test?status=finalized&from_status_change_date=2031-01-08T14%3A05%3A10.5%2B02%3A00",
            "/api/test?status=custom%20status&from_status_change_date=2031-01-08T14%3A05%3A10Z");
  }

  @Test
  void thePresetGroupOfTheVendorsPageIsSent() throws Exception {
    server.answer(request -> Reply.json(201, "{}"));

    client.createPresetGroup(
        "EMG123456789",
        "my group",
        List.of(
            PresetItems.geneList(1, "my gene list"), PresetItems.geneList(2, "my gene list 2")));

    assertThat(server.only().method() + " " + server.only().target())
        .isEqualTo("POST /api/test/EMG123456789/preset_group");
    assertThat(json(server.only().body()))
        .isEqualTo(
            json(
                """
                {"name": "my group", "filter": {"search": [
                  {"id": 1, "name": "my gene list", "type": "gene list", "value": "my gene list"},
                  {"id": 2, "name": "my gene list 2", "type": "gene list", "value": "my gene list 2"}]}}"""));
  }

  @Test
  void samplesAreFoundByNameOrSearchedByAPart() {
    server.answer(
        request ->
            Reply.json(200, "{\"total\": 1, \"hits\": [{\"id\": 4, \"note\": \"EMG000000001\"}]}"));

    assertThat(client.findSamplesByName("S 5", SampleType.FASTQ).hits().get(0).note())
        .contains("EMG000000001");
    client.searchSamplesByNamePart("S", SampleType.VCF);

    assertThat(server.received())
        .extracting(Received::target)
        .containsExactly(
            "/api/sample/?query=S%205&sampleType=fastq&exact_match=true",
            "/api/sample/?query=S&sampleType=vcf");
    assertThatThrownBy(() -> client.findSamplesByName(" ", SampleType.FASTQ))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReportIsDownloadedWhateverItIs() {
    byte[] json = "{\"report_data\": {}}".getBytes(StandardCharsets.UTF_8);
    server.answer(request -> Reply.of(200, Map.of("Content-Type", "application/json"), json));
    ByteArrayOutputStream target = new ByteArrayOutputStream();

    assertThat(client.downloadReport("EMG000000001", "json", "1", target).contentType())
        .contains("application/json");

    assertThat(target.toByteArray()).isEqualTo(json);
    assertThat(server.only().target()).isEqualTo("/api/test/v2/EMG000000001/reports/json/1");
    assertThat(server.only().header("Accept")).contains("application/pdf", "application/json");
  }

  @Test
  void casesAreReadAndChanged() {
    server.answer(
        request -> Reply.json(200, "{\"name\": \"EMG000000001\", \"status\": \"finalized\"}"));

    assertThat(client.getCase("EMG000000001").status()).isEqualTo(CaseStatus.FINALIZED);
    assertThat(client.getCaseInfo("EMG000000001").status()).isEqualTo(CaseStatus.FINALIZED);
    client.updateStatus("EMG000000001", CaseStatus.CUSTOM_STATUS_1);
    client.getCandidates("EMG000000001");

    assertThat(server.received())
        .extracting(request -> request.method() + " " + request.target())
        .containsExactly(
            "GET /api/test/EMG000000001",
            "GET /api/test/EMG000000001/info",
            "PUT /api/test/EMG000000001",
            "GET /api/candidates/EMG000000001");
    assertThat(server.received().get(2).body()).isEqualTo("{\"status\":\"custom_status_1\"}");
  }

  @Test
  void theDocumentationHasAnAddressAndCanBeRead() {
    server.answer(
        request ->
            Reply.of(
                200,
                Map.of("Content-Type", "text/html"),
                "<html/>".getBytes(StandardCharsets.UTF_8)));

    assertThat(client.apiDocumentation()).hasToString(server.url() + "/api/apidoc/swagger");
    assertThat(server.received()).isEmpty();
    assertThat(client.readApiDocumentation()).isEqualTo("<html/>");
    assertThat(server.only().target()).isEqualTo("/api/apidoc/swagger");
  }

  private static CreateCaseRequest minimalCase() {
    return CreateCaseRequest.builder()
        .testData(
            NewCaseData.builder()
                .patients(
                    NewPatients.builder()
                        .proband(NewPerson.builder().id("proband").build())
                        .build())
                .build())
        .shouldUpload(false)
        .build();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
