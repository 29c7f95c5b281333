package dev.casewright.contracttests.consumer;

import static dev.casewright.contracttests.consumer.EmedgenePacts.PHENOTYPE;
import static dev.casewright.contracttests.consumer.EmedgenePacts.REFUSAL;
import static dev.casewright.contracttests.consumer.EmedgenePacts.UNKNOWN_PHENOTYPE;
import static dev.casewright.contracttests.consumer.EmedgenePacts.client;
import static dev.casewright.contracttests.consumer.EmedgenePacts.emedgene;
import static dev.casewright.contracttests.consumer.EmedgenePacts.request;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.CASE;
import static dev.casewright.contracttests.consumer.EmedgeneSeed.UNKNOWN_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.NotFoundException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our Emedgene client needs of the operations that create, read, list and change cases. */
@Tag("consumer")
class EmedgeneCasePactTest {

  private static final String RFC_1123 =
      "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";

  @Test
  void createdCaseIsGivenItsNameAndStatus() {
    emedgene("a new case")
        .verifies("createCase", "EMG-CASE-01", "EMG-CASE-02", "EMG-CASE-03", "EMG-CASE-04")
        .receives("POST", "/api/cases/v2/cases")
        .json(EmedgenePacts.json(PHENOTYPE))
        .answers(201)
        .answerJson("{\"name\": \"EMG000000900\", \"Status\": \"uploading\"}")
        .matching("$.name", "EMG\\d{9}")
        .whenCalled(
            url -> {
              CreatedCase created = client(url).createCase(request(PHENOTYPE));
              assertThat(created.name()).isEqualTo("EMG000000900");
              assertThat(created.status()).contains(CaseStatus.UPLOADING);
            });
  }

  @Test
  void dryRunOfAGoodCaseIsAccepted() {
    emedgene("a dry run of a new case")
        .verifies("createCase", "EMG-CASE-10")
        .receives("POST", "/api/cases/v2/cases")
        .query("dry_run", "true")
        .json(EmedgenePacts.json(PHENOTYPE))
        .answers(200)
        .whenCalled(url -> client(url).checkCase(request(PHENOTYPE)));
  }

  @Test
  void dryRunWithAnUnknownPhenotypeIsRefused() {
    emedgene("a dry run of a case with an unknown phenotype")
        .verifies("createCase", "EMG-CASE-14", "EMG-CASE-15", "EMG-CASE-16")
        .receives("POST", "/api/cases/v2/cases")
        .query("dry_run", "true")
        .json(EmedgenePacts.json(UNKNOWN_PHENOTYPE))
        .answers(400)
        .answerJson("{\"message\": \"Unknown phenotypes: " + UNKNOWN_PHENOTYPE + "\"}")
        .matching("$.message", ".*" + UNKNOWN_PHENOTYPE + ".*")
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).checkCase(request(UNKNOWN_PHENOTYPE)))
                    .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> {
                          assertThat(refusal).hasMessageNotContaining("PHENOTYPE");
                          assertThat(refusal.serverMessage().orElseThrow())
                              .contains(UNKNOWN_PHENOTYPE);
                        }));
  }

  @Test
  void newCaseWithAnUnknownPhenotypeIsRefused() {
    emedgene("a new case with an unknown phenotype")
        .verifies("createCase", "EMG-CASE-17")
        .receives("POST", "/api/cases/v2/cases")
        .json(EmedgenePacts.json(UNKNOWN_PHENOTYPE))
        .answers(400)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).createCase(request(UNKNOWN_PHENOTYPE)))
                    .isInstanceOf(InvalidRequestException.class));
  }

  @Test
  void caseIsRead() {
    emedgene("a case", "delivered")
        .verifies("getCase", "EMG-GET-01", "EMG-GET-03", "EMG-GET-05")
        .receives("GET", "/api/test/" + CASE)
        .answers(200)
        .answerJson(
            """
            {"id": 1000101, "name": "%s", "status": "delivered",
             "created": "Tue, 04 Mar 2031 09:15:00 GMT",
             "patients": {"proband": {"fastq_sample": "SYNTH", "gender": "Female",
                                      "phenotypes": []}}}"""
                .formatted(CASE))
        .exactly("$.name", "$.status")
        .matching("$.created", RFC_1123)
        .whenCalled(url -> assertThat(client(url).getCase(CASE).name()).isEqualTo(CASE));
  }

  @Test
  void infoOfACaseIsRead() {
    emedgene("the info of a case", "delivered")
        .verifies("getCaseInfo", "EMG-INFO-01", "EMG-INFO-02", "EMG-INFO-03")
        .receives("GET", "/api/test/" + CASE + "/info")
        .answers(200)
        .answerJson(
            """
            {"name": "%s", "status": "delivered", "created": "Tue, 04 Mar 2031 09:15:00 GMT"}"""
                .formatted(CASE))
        .exactly("$.name", "$.status")
        .matching("$.created", RFC_1123)
        .whenCalled(
            url -> {
              CaseInfo info = client(url).getCaseInfo(CASE);
              assertThat(info.status()).isEqualTo(CaseStatus.DELIVERED);
              assertThat(info.created()).isPresent();
            });
  }

  @Test
  void unknownCaseIsNotFound() {
    emedgene("the info of a case that does not exist")
        .verifies("getCaseInfo", "EMG-ERR-04", "EMG-ERR-01", "EMG-ERR-02")
        .receives("GET", "/api/test/" + UNKNOWN_CASE + "/info")
        .answers(404)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).getCaseInfo(UNKNOWN_CASE))
                    .isInstanceOf(NotFoundException.class));
  }

  @Test
  void customStatusIsSet() {
    emedgene("a custom status for a delivered case", "delivered")
        .verifies("updateCaseStatus", "EMG-STAT-01")
        .receives("PUT", "/api/test/" + CASE)
        .json("{\"status\": \"custom_status_1\"}")
        .answers(200)
        .whenCalled(url -> client(url).updateStatus(CASE, CaseStatus.CUSTOM_STATUS_1));
  }

  @Test
  void statusThatBelongsToTheSystemIsRefused() {
    emedgene("a status of the system for a delivered case", "delivered")
        .verifies("updateCaseStatus", "EMG-STAT-06", "EMG-STAT-07")
        .receives("PUT", "/api/test/" + CASE)
        .json("{\"status\": \"in_progress\"}")
        .answers(400)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).updateStatus(CASE, CaseStatus.IN_PROGRESS))
                    .isInstanceOf(InvalidRequestException.class));
  }

  @Test
  void finalizedCasesAreListedSinceATime() {
    emedgene("the cases that were finalized since a time", "finalized")
        .verifies("listCases", "EMG-LIST-01", "EMG-LIST-04", "EMG-LIST-07")
        .receives("GET", "/api/test")
        .query("status", "finalized")
        .query("from_status_change_date", "2020-01-31T08:30:00.123456")
        .answers(200)
        .answerJson(
            "{\"total\": 1, \"hits\": [{\"name\": \"%s\", \"status\": \"finalized\"}]}"
                .formatted(CASE))
        .exactly("$.hits[*].status")
        .matching("$.hits[*].name", "EMG\\d{9}")
        .whenCalled(
            url ->
                assertThat(
                        client(url)
                            .listCases(
                                CaseStatus.FINALIZED,
                                LocalDateTime.of(2020, 1, 31, 8, 30, 0, 123_456_000))
                            .hits()
                            .orElseThrow())
                    .extracting(CaseListEntry::name)
                    .containsExactly(CASE));
  }
}
