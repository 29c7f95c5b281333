package dev.casewright.client.call;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.PresetItems;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import feign.Client;
import feign.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final EmedgeneClient client = clientOf(server.url());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aWriteThatIsDroppedAfterItWasReadIsSentOnceAndItsOutcomeUnknown() {
    CasewrightException failure = failureOf(() -> setStatus(client));

    assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(server.only().header("X-Correlation-ID")).isEqualTo(failure.correlationId());
  }

  @Test
  void aWriteThatIsDroppedBeforeItWasReadIsSentOnceAndItsOutcomeUnknown() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    Thread dropping;
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        EmedgeneClient dropped =
            clientOf(URI.create("http://localhost:" + listener.getLocalPort()))) {
      dropping = new Thread(() -> dropAll(listener, connections));
      dropping.start();

      CasewrightException failure = failureOf(() -> setStatus(dropped));

      assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
      assertThat(connections).hasValue(1);
    }
    dropping.join();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aServerThatFailsDuringAWriteLeavesItsOutcomeOpen(int status) {
    server.answer(request -> Reply.json(status, "{}"));

    CasewrightException failure = failureOf(() -> setStatus(client));

    assertThat(failure).isInstanceOf(ServerException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(failure.howToFindOut().orElseThrow()).contains("getCaseInfo");
    assertThat(server.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 409, 422, 429})
  void aWriteThatIsRefusedChangedNothing(int status) {
    server.answer(request -> Reply.json(status, "{}"));

    CasewrightException failure = failureOf(() -> setStatus(client));

    assertThat(failure.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(failure.howToFindOut()).isEmpty();
    assertThat(failure).hasMessageNotContaining("carried out");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 304, 399})
  void aRedirectMayComeAfterAWriteWasCarriedOut(int status) {
    try (EmedgeneClient redirected = overTls(status)) {
      CasewrightException failure = failureOf(() -> setStatus(redirected));

      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.howToFindOut()).isPresent();
      assertThat(failure).hasMessageContaining("look before you send it again");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aRedirectThatAsksForTheSameWriteElsewhereChangedNothing(int status) {
    try (EmedgeneClient redirected = overTls(status)) {
      assertThat(failureOf(() -> setStatus(redirected)).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @ParameterizedTest
  @MethodSource("uncheckedFailures")
  void aTransportOfOnesOwnThatFailsUncheckedLeavesTheOutcomeOpen(RuntimeException thrown) {
    try (EmedgeneClient adapted =
        over(
            (request, options) -> {
              throw thrown;
            })) {
      CasewrightException write = failureOf(() -> setStatus(adapted));
      CasewrightException read = failureOf(() -> adapted.getCase("EMG000000001"));

      assertThat(write).isInstanceOf(OutcomeUnknownException.class).hasNoCause();
      assertThat(write.attempts()).isEqualTo(1);
      assertThat(write)
          .hasMessageContaining(thrown.getClass().getSimpleName().replace("Unchecked", ""))
          .hasMessageNotContaining("Canary");
      assertThat(read).isExactlyInstanceOf(TransportException.class).hasNoCause();
    }
  }

  static Stream<RuntimeException> uncheckedFailures() {
    return Stream.of(
        new UncheckedIOException("Canary", new IOException("Canary")),
        new IllegalStateException("Canary"),
        new IllegalArgumentException("Canary"),
        new NoSuchElementException("Canary"));
  }

  @Test
  void anUncheckedFailureOfTheConnectingIsKnownForOne() {
    try (EmedgeneClient adapted =
        over(
            (request, options) -> {
              throw new UncheckedIOException(new ConnectException("Canary"));
            })) {
      assertThat(failureOf(() -> setStatus(adapted)).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void aWriteWhoseTokenIsRefusedAndCannotBeReplacedChangedNothing() {
    server.answer(
        request ->
            request.path().contains("login") && server.received().size() > 1
                ? Reply.json(401, "{}")
                : request.path().contains("login")
                    ? Reply.json(200, "{\"access_token\": \"t\", \"token_type\": \"bearer\"}")
                    : Reply.json(401, "{}"));
    try (EmedgeneClient loggingIn =
        Clients.withoutCredentials(server).credentials("user", "password").build()) {
      CasewrightException failure = failureOf(() -> setStatus(loggingIn));

      assertThat(failure).isInstanceOf(AuthenticationException.class);
      assertThat(failure.outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void aWriteOfAnInterruptedThreadIsNotSentAndTheThreadStaysInterrupted() {
    Thread.currentThread().interrupt();

    CasewrightException failure = failureOf(() -> setStatus(client));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(TransportException.class);
    assertThat(failure).hasMessageContaining("was interrupted before");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(failure.attempts()).isZero();
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aCreatedCaseWhoseAnswerCannotBeReadWasCreatedAndTheMessageSaysSo() {
    for (String answer : List.of("<html>" + Samples.CANARY, "{\"Status\": 1}", "[]", "")) {
      server.answer(request -> Reply.json(201, answer));

      CasewrightException failure = failureOf(() -> client.createCase(someCase()));

      assertThat(failure).isInstanceOf(DecodeException.class);
      assertThat(failure.outcome()).isEqualTo(Outcome.CARRIED_OUT);
      assertThat(failure.outcomeUnknown()).isFalse();
      assertThat(failure.howToFindOut()).isPresent();
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure.status()).hasValue(201);
      assertThat(failure)
          .hasMessageContaining("to be taken for carried out")
          .hasMessageContaining("createOrFind")
          .hasMessageNotContaining("Canary");
    }
  }

  @Test
  void theAnswerToACreationIsReadWithinItsCall() {
    server.answer(request -> Reply.json(201, "{}"));

    CasewrightException failure = failureOf(() -> client.createCase(someCase()));

    assertThat(server.only().header("X-Correlation-ID")).isEqualTo(failure.correlationId());
  }

  @Test
  void aWriteWhoseAnswerBreaksOffWasCarriedOut() {
    server.answer(request -> Reply.truncated(1000, "{\"na".getBytes(StandardCharsets.UTF_8)));

    CasewrightException failure = failureOf(() -> client.createCase(someCase()));

    assertThat(failure).isInstanceOf(TransportException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.CARRIED_OUT);
    assertThat(failure.status()).hasValue(200);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void everyWriteSaysHowToFindOutWhetherItWasCarriedOut() {
    Map<Runnable, String> writes =
        Map.of(
            () -> client.createCase(someCase()),
            "findSamplesByName",
            () -> setStatus(client),
            "getCaseInfo",
            () -> client.assignParticipants("EMG000000001", List.of(1L)),
            "getCase",
            () ->
                client.createPresetGroup(
                    "EMG000000001", "group", List.of(PresetItems.geneList(1, "list"))),
            "web application",
            () ->
                client.downloadReport("EMG000000001", "pdf", "1", OutputStream.nullOutputStream()),
            "does no harm");

    writes.forEach(
        (write, operation) -> {
          CasewrightException failure = failureOf(write);
          assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
          assertThat(failure.howToFindOut().orElseThrow()).contains(operation);
          assertThat(failure).hasMessageContaining(failure.howToFindOut().get());
        });
  }

  @Test
  void aReadingChangesNothingHoweverItFails() {
    assertThat(failureOf(() -> client.getCase("EMG000000001")).outcome())
        .isEqualTo(Outcome.UNCHANGED);
    server.answer(request -> Reply.json(200, "<html>"));
    assertThat(failureOf(() -> client.getCase("EMG000000001")).outcome())
        .isEqualTo(Outcome.UNCHANGED);
  }

  private static void dropAll(ServerSocket listener, AtomicInteger connections) {
    while (!listener.isClosed()) {
      try {
        listener.accept().close();
        connections.incrementAndGet();
      } catch (IOException failure) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(failure);
        }
      }
    }
  }

  private static void setStatus(EmedgeneClient client) {
    client.updateStatus("EMG000000001", CaseStatus.DELIVERED);
  }

  private static CreateCaseRequest someCase() {
    NewPerson proband = NewPerson.builder().id("proband").build();
    return CreateCaseRequest.builder()
        .testData(
            NewCaseData.builder().patients(NewPatients.builder().proband(proband).build()).build())
        .build();
  }

  private static EmedgeneClient clientOf(URI url) {
    return EmedgeneClient.builder().baseUrl(url).allowPlainHttpOnLoopback().token("token").build();
  }

  private static EmedgeneClient over(Client transport) {
    return EmedgeneClient.builder()
        .baseUrl(URI.create("https://localhost:1"))
        .transport(transport)
        .token("token")
        .build();
  }

  private static EmedgeneClient overTls(int status) {
    return over((request, options) -> Response.builder().request(request).status(status).build());
  }
}
