package dev.casewright.contracttests.consumer;

import static dev.casewright.contracttests.consumer.OpalPacts.REFUSAL;
import static dev.casewright.contracttests.consumer.OpalPacts.basic;
import static dev.casewright.contracttests.consumer.OpalPacts.client;
import static dev.casewright.contracttests.consumer.OpalPacts.opal;
import static dev.casewright.contracttests.consumer.OpalPacts.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our Opal client needs of the operation that reads one report. */
@Tag("consumer")
class OpalReportPactTest {

  @Test
  void withoutTlsTheServerRedirectsAndTheClientDoesNotFollow() {
    ConsumerPact.with("opal-plain-http", "one report, without TLS")
        .verifies("getOneReport", "OPAL-TLS-01")
        .receives("GET", "/reports/" + OpalSeed.REPORT)
        .answers(302)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).getReport(OpalSeed.REPORT))
                    .isInstanceOf(RedirectException.class)
                    .hasMessageContaining("https"));
  }

  @Test
  void oneReportIsReadWithItsZonelessTime() {
    opal("one report", OpalSeed.REPORT, "READY TO REVIEW")
        .verifies("getOneReport", "OPAL-REP-01", "OPAL-REP-02", "OPAL-REP-03", "OPAL-TIME-01")
        .receives("GET", "/reports/" + OpalSeed.REPORT)
        .answers(200)
        .answerJson(report(OpalSeed.REPORT, "READY TO REVIEW", OpalSeed.ACCESSION))
        .exactly("$.id", "$.status")
        .matching("$.created_on", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}")
        .whenCalled(
            url -> {
              Report report = client(url).getReport(OpalSeed.REPORT);
              assertThat(report.id()).isEqualTo(OpalSeed.REPORT);
              assertThat(report.status()).isEqualTo(ReportStatus.READY_TO_REVIEW);
              assertThat(report.createdOn()).isEqualTo(LocalDateTime.of(2031, 3, 1, 9, 15));
            });
  }

  @Test
  void extendedReportHasMoreThanThePlainOne() {
    opal("one report, extended", OpalSeed.REPORT, "READY TO REVIEW")
        .verifies("getOneReport", "OPAL-EXT-01", "OPAL-EXT-02", "OPAL-EXT-04", "OPAL-EXT-05")
        .receives("GET", "/reports/" + OpalSeed.REPORT)
        .query("extended", "True")
        .answers(200)
        .answerJson(
            report(OpalSeed.REPORT, "READY TO REVIEW", OpalSeed.ACCESSION)
                .replaceFirst(
                    "}$", ", \"variants\": [], \"patient_fields\": [], \"patient_dict\": {}}"))
        .exactly("$.id")
        .whenCalled(
            url -> {
              Report report = client(url).getExtendedReport(OpalSeed.REPORT);
              assertThat(report.variants()).isPresent();
              assertThat(report.patientFields()).isPresent();
            });
  }

  @Test
  void unknownReportIsNotFound() {
    opal("a report that does not exist")
        .verifies("getOneReport", "OPAL-ID-01", "OPAL-ID-02", "OPAL-ERR-01", "OPAL-ERR-02")
        .receives("GET", "/reports/999999")
        .answers(404)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).getReport(999999))
                    .isInstanceOfSatisfying(
                        NotFoundException.class,
                        refusal -> assertThat(refusal.serverMessage()).isPresent()));
  }

  @Test
  void reportOfAnotherWorkspaceIsNotPermitted() {
    opal("a report of another workspace")
        .given("a report of another workspace", Map.of("id", OpalSeed.FOREIGN_REPORT))
        .verifies("getOneReport", "OPAL-AUTH-08")
        .receives("GET", "/reports/" + OpalSeed.FOREIGN_REPORT)
        .answers(403)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).getReport(OpalSeed.FOREIGN_REPORT))
                    .isInstanceOf(PermissionException.class));
  }

  @Test
  void wrongPasswordIsAnAuthenticationFailure() {
    ConsumerPact.with("opal", "one report, with a wrong password")
        .verifies("getOneReport", "OPAL-AUTH-05", "OPAL-AUTH-06")
        .receives("GET", "/reports/" + OpalSeed.REPORT)
        .header("Authorization", basic(OpalPacts.LOGIN, "wrong"))
        .answers(401)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () -> client(url, OpalPacts.LOGIN, "wrong").getReport(OpalSeed.REPORT))
                    .isInstanceOf(AuthenticationException.class));
  }
}
