package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.transport.Timeouts;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch end = new CountDownLatch(1);
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final OpalClient opal = opalWithin(Duration.ofSeconds(30));
  private final OpalClient impatient = opalWithin(SHORT);
  private final EmedgeneClient emedgene =
      EmedgeneClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .token("token")
          .build();

  @AfterEach
  void close() {
    end.countDown();
    opal.close();
    impatient.close();
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
      assertThat(printed(failure)).doesNotContain(Samples.CANARY);
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
    assertThat(printed(failure)).doesNotContain("Canary", "accession_id", "?");
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
  void aWriteWhoseConnectionDropsIsSentOnceAndItsOutcomeIsUnknown() {
    CasewrightException failure =
        failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED));

    assertThat(failure)
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("not known");
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aWriteOnAPooledConnectionThatDropsIsSentOnce() {
    server.answer(request -> Reply.json(200, "{}"));
    emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED);
    server.answer(request -> Reply.drop());

    assertThat(failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED)))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void aReadingThatFailsHasAKnownOutcome() {
    assertThat(failureOf(() -> opal.getReport(5012)).outcomeUnknown()).isFalse();
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
  void aServerThatSaysNothingIsGivenUpAtTheDeadline() {
    server.answer(request -> Reply.silent(end));

    CasewrightException failure = failureOf(() -> impatient.getReport(5012));

    assertThat(failure).isInstanceOf(DeadlineException.class).hasMessageContaining("300 ms");
    assertThat(failure.elapsed()).isBetween(SHORT, Duration.ofSeconds(5));
  }

  @Test
  void aBodyThatStallsIsGivenUpAtTheDeadline() {
    server.answer(
        request ->
            Reply.stalled(
                (request.path().endsWith("pdf_report") ? "%PDF-1.7" : "{\"id\": ")
                    .getBytes(StandardCharsets.UTF_8),
                end));

    for (CasewrightException failure :
        List.of(
            failureOf(() -> impatient.getReport(5012)),
            failureOf(() -> impatient.downloadFinalPdf(5012, OutputStream.nullOutputStream())))) {
      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.elapsed()).isBetween(SHORT, Duration.ofSeconds(5));
    }
  }

  @Test
  void aDownloadThatEndsEarlyIsAFailureAndNotAShortFile() {
    server.answer(request -> Reply.truncated(100, Samples.pdf(50)));

    assertThat(failureOf(() -> opal.downloadFinalPdf(5012, OutputStream.nullOutputStream())))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (EmedgeneClient client =
        EmedgeneClient.builder()
            .baseUrl(URI.create("http://localhost:" + port))
            .allowPlainHttpOnLoopback()
            .token("token")
            .build()) {
      CasewrightException failure =
          failureOf(() -> client.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("host");
      assertThat(failure.status()).isEmpty();
      assertThat(failure.outcomeUnknown()).as("nothing was sent").isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html>Canary</html>                             | not well-formed JSON",
        "{\"id\": 1, \"Canary                            | not well-formed JSON",
        "{\"id\": \"Canary Patientdata\"}                | the value at /id is not of its type",
        "{\"id\": 1, \"created_on\": \"1931-01-01\"}     | the value at /created_on is not of its type",
        "{\"patient_dict\": {\"dob_year\": \"Canary\"}}  | the value at /patient_dict/dob_year is not",
        "{\"patient_dict\": {\"Canary\": 1, \"Canary\": 2}} | not well-formed JSON within /patient_dict",
        "{\"id\": 1, \"accession_id\": \"Canary\"}       | the required property /workspace_id is missing",
        "[\"Canary\"]                                    | the root",
        "null                                            | null",
        "``                                              | empty"
      })
  void anAnswerThatDoesNotFitTheContractIsAnErrorWithAPointerAndWithoutAValue(
      String body, String expected) {
    server.answer(request -> Reply.json(200, body));

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(failure).isInstanceOf(DecodeException.class).hasMessageContaining(expected);
    assertThat(failure.operation()).isEqualTo("getOneReport");
    assertThat(printed(failure)).doesNotContain("Canary", "1931");
  }

  @Test
  void theKeyOfAnUnknownFieldIsMaskedInAPointer() {
    String deep = "[".repeat(1100) + "]".repeat(1100);
    server.answer(request -> Reply.json(200, "{\"Canary\": " + deep + "}"));

    assertThat(printed(failureOf(() -> opal.getReport(5012)))).doesNotContain("Canary");
  }

  @Test
  void aMissingPropertyInAListIsFoundByItsPointer() {
    server.answer(
        request -> Reply.json(200, "{\"objects\": [" + Samples.report(1, "a") + ", {\"id\": 2}]}"));

    assertThat(failureOf(() -> opal.listReports(ReportQuery.all()).firstPage()))
        .hasMessageContaining("/objects/1/workspace_id");
  }

  @Test
  void theWaitThatASlowedServerAsksForIsThere() {
    server.answer(request -> Reply.of(429, Map.of("Retry-After", "3600"), new byte[0]));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, () -> opal.getReport(5012));

    assertThat(failure.retryAfter()).contains("3600");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aThreadThatIsInterruptedStaysInterrupted() {
    server.answer(request -> Reply.silent(end));
    Thread.currentThread().interrupt();

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
  }

  private OpalClient opalWithin(Duration timeout) {
    return OpalClient.builder()
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .credentials("login", "password")
        .timeouts(Timeouts.defaults().withTotal(timeout).withDownload(timeout))
        .retry(RetryPolicy.never())
        .build();
  }

  private static CasewrightException failureOf(Runnable call) {
    CasewrightException failure = catchThrowableOfType(CasewrightException.class, call::run);
    assertThat(failure).isNotNull();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.getClass().getName()).startsWith("dev.casewright");
    }
    return failure;
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
