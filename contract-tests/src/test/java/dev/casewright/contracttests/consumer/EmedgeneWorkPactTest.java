package dev.casewright.contracttests.consumer;

import static dev.casewright.contracttests.consumer.EmedgenePacts.REFUSAL;
import static dev.casewright.contracttests.consumer.EmedgenePacts.client;
import static dev.casewright.contracttests.consumer.EmedgenePacts.emedgene;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.CASE;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.SAMPLE;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.UNKNOWN_CASE;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.UNKNOWN_USER;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.PresetItems;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.StateConflictException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our Emedgene client needs of the work on a case: people, variants, presets, reports. */
@Tag("consumer")
class EmedgeneWorkPactTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final String PRESET_GROUP =
      """
      {"name": "my preset group", "filter": {"search": [
        {"id": 1, "name": "my gene list", "type": "gene list", "value": "my gene list"}]}}""";

  @Test
  void usersAreAssignedToACase() {
    emedgene("users for a case", "delivered")
        .verifies("assignParticipants", "EMG-PART-01")
        .receives("POST", "/api/participant/" + CASE)
        .json("{\"action\": \"assign\", \"ids\": [" + USER + "]}")
        .answers(200)
        .whenCalled(url -> client(url).assignParticipants(CASE, List.of(USER)));
  }

  @Test
  void unknownUserIsRefused() {
    emedgene("a user for a case who does not exist", "delivered")
        .verifies("assignParticipants", "EMG-PART-04")
        .receives("POST", "/api/participant/" + CASE)
        .json("{\"action\": \"assign\", \"ids\": [" + UNKNOWN_USER + "]}")
        .answers(400)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () -> client(url).assignParticipants(CASE, List.of(UNKNOWN_USER)))
                    .isInstanceOf(InvalidRequestException.class));
  }

  @Test
  void candidatesOfACaseAreRead() {
    emedgene("the candidates of a case", "delivered")
        .verifies("getCandidates", "EMG-CAND-01", "EMG-CAND-02")
        .receives("GET", "/api/candidates/" + CASE)
        .answers(200)
        .answerJson(
            "{\"variants\": [{\"gene_name\": \"SCN1A\", \"tag\": {\"value\": \"candidate\"}}]}")
        .whenCalled(url -> assertThat(client(url).getCandidates(CASE).variants()).isNotEmpty());
  }

  @Test
  void presetGroupIsCreated() {
    emedgene("a preset group for a case", "delivered")
        .verifies("createPresetGroup", "EMG-PRESET-01")
        .receives("POST", "/api/test/" + CASE + "/preset_group")
        .json(PRESET_GROUP)
        .answers(201)
        .whenCalled(
            url ->
                client(url)
                    .createPresetGroup(
                        CASE, "my preset group", List.of(PresetItems.geneList(1, "my gene list"))));
  }

  @Test
  void presetGroupOfAFinalizedCaseIsRefused() {
    emedgene("a preset group for a finalized case", "finalized")
        .verifies("createPresetGroup", "EMG-PRESET-08", "EMG-PRESET-09")
        .receives("POST", "/api/test/" + CASE + "/preset_group")
        .json(PRESET_GROUP)
        .answers(400)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () ->
                            client(url)
                                .createPresetGroup(
                                    CASE,
                                    "my preset group",
                                    List.of(PresetItems.geneList(1, "my gene list"))))
                    .isInstanceOf(InvalidRequestException.class));
  }

  @Test
  void presetGroupOfAnUnknownCaseIsNotFound() {
    emedgene("a preset group for a case that does not exist")
        .verifies("createPresetGroup", "EMG-ERR-04")
        .receives("POST", "/api/test/" + UNKNOWN_CASE + "/preset_group")
        .json(PRESET_GROUP)
        .answers(404)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () ->
                            client(url)
                                .createPresetGroup(
                                    UNKNOWN_CASE,
                                    "my preset group",
                                    List.of(PresetItems.geneList(1, "my gene list"))))
                    .isInstanceOf(NotFoundException.class));
  }

  @Test
  void reportOfAFinalizedCaseIsDownloaded() {
    emedgene("the report of a finalized case", "finalized")
        .verifies("getCaseReport", "EMG-REP-01", "EMG-REP-04")
        .receives("GET", "/api/test/v2/" + CASE + "/reports/pdf/1")
        .answers(200)
        .answerPdf(PDF)
        .whenCalled(
            url -> {
              ByteArrayOutputStream target = new ByteArrayOutputStream();
              client(url).downloadReport(CASE, "pdf", "1", target);
              assertThat(target.toByteArray()).isEqualTo(PDF);
            });
  }

  @Test
  void reportOfACaseThatIsNotFinalizedIsAConflict() {
    emedgene("the report of a case that is not finalized", "delivered")
        .verifies("getCaseReport", "EMG-REP-02", "EMG-REP-03")
        .receives("GET", "/api/test/v2/" + CASE + "/reports/pdf/1")
        .answers(400)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () ->
                            client(url)
                                .downloadReport(CASE, "pdf", "1", new ByteArrayOutputStream()))
                    .isInstanceOf(StateConflictException.class));
  }

  @Test
  void reportOfAnUnknownTypeIsNotFound() {
    emedgene("a report of an unknown type", "finalized")
        .verifies("getCaseReport", "EMG-REP-06")
        .receives("GET", "/api/test/v2/" + CASE + "/reports/docx/1")
        .answers(404)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () ->
                            client(url)
                                .downloadReport(CASE, "docx", "1", new ByteArrayOutputStream()))
                    .isInstanceOf(NotFoundException.class));
  }

  @Test
  void sampleIsFoundByItsName() {
    emedgene("a sample by its name")
        .verifies("findSamples", "EMG-SAMP-01", "EMG-SAMP-03", "EMG-SAMP-04")
        .receives("GET", "/api/sample/")
        .query("query", SAMPLE)
        .query("sampleType", "fastq")
        .query("exact_match", "true")
        .answers(200)
        .answerJson("{\"total\": 1, \"hits\": [{\"id\": 4001, \"note\": \"" + CASE + "\"}]}")
        .matching("$.hits[*].note", "EMG\\d+")
        .whenCalled(
            url ->
                assertThat(client(url).findSamplesByName(SAMPLE, SampleType.FASTQ).hits())
                    .isNotEmpty());
  }
}
