package dev.casewright.mockserver.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseCreationTest {

  private static final String PATH = "/api/cases/v2/cases";

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  static Stream<JsonNode> payloadsOfTheContract() {
    return Contract.of(Api.EMEDGENE)
        .at("/paths/~1api~1cases~1v2~1cases/post/requestBody/content/application~1json/examples")
        .valueStream()
        .map(example -> example.path("value"));
  }

  @Test
  void aCaseIsCreatedUnderAFreshName() {
    Answer created = create(Payloads.onePerson());

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("name").asText()).matches("EMG\\d{9}");
    assertThat(created.json().path("Status").asText()).isEqualTo("uploading");
    assertThat(MOCK.caseDetail(created.json().path("name").asText()).path("id"))
        .isEqualTo(created.json().path("id"));
  }

  @ParameterizedTest
  @MethodSource("payloadsOfTheContract")
  void theExamplesOfTheContractCreateCases(JsonNode payload) {
    Answer created = create(payload.toString());

    assertThat(created.status()).isEqualTo(201);
    assertThat(MOCK.emedgene("/api/test/" + created.json().path("name").asText()).status())
        .isEqualTo(200);
  }

  @Test
  void aCaseGivesBackItsPayload() {
    JsonNode detail = MOCK.caseDetail(MOCK.createCase());

    assertThat(detail.size()).isEqualTo(48);
    assertThat(detail.path("notes").asText()).isEqualTo("Synthetic notes");
    assertThat(detail.path("indication_for_testing").asText()).isEqualTo("Synthetic indication");
    assertThat(detail.path("selected_preset_set").asText()).isEqualTo("Default");
    assertThat(detail.path("consanguinity").asBoolean()).isTrue();
    assertThat(detail.path("analysisType").asText()).isEmpty();
    assertThat(detail.path("gene_list_id").asLong()).isEqualTo(1);
    assertThat(detail.path("geneListName").asText()).isEqualTo("All genes");
    assertThat(detail.path("genes").isEmpty()).isTrue();
    assertThat(detail.at("/samples/0/sampleFiles/0/storageProviderId").asLong()).isEqualTo(12);
    assertThat(detail.at("/patients/proband/samples/0")).isEqualTo(detail.at("/samples/0"));
    assertThat(detail.at("/creator/name").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\": \"phenotypes/EMG_PHENOTYPE_0001250\"} | 0001250 | Seizure",
        "{\"id\": \"HP:0001250\", \"name\": \"\"} | 0001250 | Seizure",
        "{\"name\": \"Seizure\"} | 0001250 | Seizure",
        "{\"id\": \"HP:0031936\", \"name\": \"Not listed\"} | 0031936 | Not listed"
      })
  void aPhenotypeComesBackInTheServersOwnForm(String sent, String digits, String name) {
    Answer created = create(Payloads.withPhenotype(sent));

    JsonNode detail = MOCK.caseDetail(created.json().path("name").asText());
    assertThat(detail.at("/patients/proband/phenotypes/0/id").asText())
        .isEqualTo("phenotypes/EMG_PHENOTYPE_" + digits);
    assertThat(detail.at("/patients/proband/phenotypes/0/name").asText()).isEqualTo(name);
    assertThat(detail.at("/phenotypes/0/id").asText()).isEqualTo("EMG_PHENOTYPE_" + digits);
    assertThat(detail.at("/phenotypes/0/hpo_id").asText()).isEqualTo("HP:" + digits);
  }

  @Test
  void aNameThatIsNotListedIsTakenAsItIs() {
    Answer created = create(Payloads.withPhenotype("{\"name\": \"Healthy\"}"));

    assertThat(
            MOCK.caseDetail(created.json().path("name").asText())
                .at("/patients/proband/phenotypes/0/name")
                .asText())
        .isEqualTo("Healthy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?dry_run=true", "?dry_run=false"})
  void unknownPhenotypesAreRefusedByTheirIds(String query) {
    List<String> before = MOCK.space().caseNames();

    Answer refused =
        MOCK.emedgene("POST", PATH + query, Payloads.withPhenotype("{\"id\": \"HP:9999999\"}"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("message").asText())
        .contains("phenotypes/EMG_PHENOTYPE_9999999");
    assertThat(MOCK.space().caseNames()).isEqualTo(before);
  }

  @Test
  void aDryRunCreatesNothing() {
    List<String> before = MOCK.space().caseNames();

    assertThat(MOCK.emedgene("POST", PATH + "?dry_run=true", Payloads.onePerson()).status())
        .isEqualTo(200);
    assertThat(MOCK.space().caseNames()).isEqualTo(before);

    assertThat(MOCK.emedgene("POST", PATH + "/?dry_run=false", Payloads.onePerson()).status())
        .isEqualTo(201);
    assertThat(MOCK.space().caseNames()).hasSize(before.size() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"test_data\": {}}",
        "{\"test_data\": {\"patients\": {}}}",
        "{\"test_data\": {\"patients\": {\"proband\": {\"gender\": 1}}}}",
        "[]",
        "{"
      })
  void anUnusablePayloadIsRefusedAndChangesNothing(String payload) {
    List<String> before = MOCK.space().caseNames();

    assertThat(create(payload).status()).isEqualTo(400);
    assertThat(MOCK.emedgene("POST", PATH + "?dry_run=true", payload).status()).isEqualTo(400);
    assertThat(MOCK.space().caseNames()).isEqualTo(before);
  }

  @Test
  void aDryRunIsTrueOrFalse() {
    assertThat(MOCK.emedgene("POST", PATH + "?dry_run=maybe", Payloads.onePerson()).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"extra_data\": {\"Batch\": \"1\"}", "\"extra_data\": \"\""})
  void extraDataIsAnObjectOrAnEmptyText(String extra) {
    assertThat(create(Payloads.onePerson().replace("\"type\":", extra + ", \"type\":")).status())
        .isEqualTo(201);
  }

  @Test
  void aKnownSampleIsUsedAgain() {
    JsonNode known = MOCK.emedgene("/api/sample/?query=CW-2025-00002-P").json().at("/hits/0");
    String payload =
        """
        {"test_data": {"patients": {"proband": {"fastq_sample": "CW-2025-00002-P"}},
          "samples": [{"id": %d, "fastq": "CW-2025-00002-P"}]}}
        """
            .formatted(known.path("id").asLong());

    JsonNode detail = MOCK.caseDetail(create(payload).json().path("name").asText());

    assertThat(detail.at("/samples/0/id")).isEqualTo(known.path("id"));
    assertThat(detail.at("/samples/0/sampleFiles").isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/x-www-form-urlencoded", "text/plain"})
  void aBodyCountsAsJsonWhateverItIsCalled(String contentType) {
    String token = "Bearer " + MOCK.space().emedgeneToken();
    Map<String, String> headers =
        contentType.isEmpty()
            ? Map.of("Authorization", token)
            : Map.of("Authorization", token, "Content-Type", contentType);

    assertThat(MOCK.send("POST", PATH, Payloads.onePerson(), headers).status()).isEqualTo(201);
  }

  private static Answer create(String payload) {
    return MOCK.emedgene("POST", PATH, payload);
  }
}
