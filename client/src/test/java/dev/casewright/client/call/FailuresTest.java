package dev.casewright.client.call;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Printed;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.retry.RetryPolicy;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses and redirects: which exception each is, and what it tells. */
class FailuresTest {
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final OpalClient opal =
      Clients.opal(server).timeout(Duration.ofSeconds(30)).retry(RetryPolicy.never()).build();
  private final EmedgeneClient emedgene = Clients.emedgene(server).build();

  @AfterEach
  void close() {
    opal.close();
    emedgene.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException", "401, AuthenticationException", "403, PermissionException",
    "404, NotFoundException", "405, InvalidRequestException", "408, ServerException",
    "409, StateConflictException", "422, InvalidRequestException", "429, RateLimitedException",
    "500, ServerException", "503, ServerException", "304, ServerException"
  })
  void everyStatusHasItsException(int status, String type) {
    server.answer(request -> Reply.json(status, "{\"description\": \"" + Samples.CANARY + "\"}"));

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
    assertThat(failure.operation()).isEqualTo("getOneReport");
    assertThat(failure.status()).hasValue(status);
    assertThat(failure.elapsed()).isPositive();
    assertThat(failure.getMessage()).contains("getOneReport", "HTTP " + status);
  }

  @Test
  void theServersOwnWordsAreToBeHadByAccessorOnly() {
    for (String body :
        new String[] {
          "{\"description\": \"%s\"}",
          "{\"message\": \"%s\", \"x\": 1}",
          "\"%s\"",
          "%s",
          "{\"other\": \"%s\"}"
        }) {
      server.answer(request -> Reply.json(404, body.formatted(Samples.CANARY)));

      CasewrightException failure = failureOf(() -> opal.getReport(5012));

      assertThat(failure.serverMessage().orElseThrow()).contains(Samples.CANARY);
      assertThat(Printed.of(failure)).doesNotContain(Samples.CANARY);
    }
  }

  @Test
  void aReportThatIsNotApprovedIsAConflictWithItsState() {
    server.answer(request -> Reply.json(422, "{\"description\": \"not approved\"}"));

    assertThat(failureOf(() -> opal.downloadFinalPdf(5012, OutputStream.nullOutputStream())))
        .isInstanceOf(StateConflictException.class);
    assertThat(failureOf(() -> opal.downloadPreviewPdf(5012, OutputStream.nullOutputStream())))
        .isInstanceOf(StateConflictException.class);
    assertThat(failureOf(() -> opal.listReports(ReportQuery.all()).firstPage()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aReportOfACaseThatIsNotFinalizedIsAConflictWithItsState() {
    server.answer(request -> Reply.json(400, "{\"message\": \"not finalized\"}"));

    assertThat(
            failureOf(
                () ->
                    emedgene.downloadReport(
                        "EMG000000001", "pdf", "1", OutputStream.nullOutputStream())))
        .isInstanceOf(StateConflictException.class);
    assertThat(failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.UPLOADING)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aRedirectIsNotFollowedAndSaysWhatToChange() {
    String location = "https://localhost/reports?accession_id=" + Samples.CANARY;
    server.answer(request -> Reply.of(302, Map.of("Location", location), new byte[0]));

    RedirectException failure =
        catchThrowableOfType(
            RedirectException.class, () -> opal.searchByAccessionPart(Samples.CANARY).firstPage());

    assertThat(failure)
        .hasMessageContaining("https base URL")
        .hasMessageContaining("https://localhost");
    assertThat(failure.location()).contains(location);
    assertThat(Printed.of(failure)).doesNotContain("Canary", "accession_id", "?");
    assertThat(server.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noKindOfRedirectIsFollowedByAWrite(int status) {
    server.answer(
        request -> Reply.of(status, Map.of("Location", server.url() + "/elsewhere"), new byte[0]));

    assertThat(failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED)))
        .isInstanceOf(RedirectException.class);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aWriteThatIsRefusedHasAKnownOutcomeAndAFailedOneHasNot() {
    server.answer(request -> Reply.json(400, "{}"));
    assertThat(
            failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED))
                .outcomeUnknown())
        .isFalse();

    server.answer(request -> Reply.json(500, "{}"));
    assertThat(
            failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED))
                .outcomeUnknown())
        .isTrue();
  }

  @Test
  void theWaitThatASlowedServerAsksForIsThere() {
    server.answer(request -> Reply.of(429, Map.of("Retry-After", "3600"), new byte[0]));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, () -> opal.getReport(5012));

    assertThat(failure.retryAfter()).contains("3600");
    assertThat(server.received()).hasSize(1);
  }
}
