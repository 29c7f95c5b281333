package dev.casewright.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.ReadOnlyException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.FullAnswers;
import dev.casewright.client.fixture.Operations;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Seen;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.retry.RetryPolicy;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardRailsTest {
  private static final String CORRELATION_ID = "X-Correlation-ID";

  @TempDir private Path folder;

  private final FixtureServer server = FixtureServer.start(FullAnswers::to);
  private final Seen seen = new Seen();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Method> operationsOfEmedgene() {
    return Operations.of(EmedgeneClient.class).stream();
  }

  @ParameterizedTest
  @MethodSource("operationsOfEmedgene")
  void aClientThatOnlyReadsSendsNothingThatIsNoReading(Method operation) throws Throwable {
    try (EmedgeneClient client = emedgene().token("token").readOnly().build()) {
      Throwable failure = catchThrowable(() -> Operations.call(client, operation, folder));

      if (failure == null) {
        assertThat(server.received()).extracting(Received::method).allMatch("GET"::equals);
      } else {
        assertThat(failure).isInstanceOf(ReadOnlyException.class);
        assertThat(server.connections()).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "createCase",
        "checkCase",
        "updateStatus",
        "assignParticipants",
        "createPresetGroup",
        "downloadReport"
      })
  void theseAreRefusedToAClientThatOnlyReads(String name) {
    try (EmedgeneClient client = emedgene().token("token").readOnly().build()) {
      assertThat(operationsOfEmedgene().filter(method -> method.getName().equals(name)))
          .isNotEmpty()
          .allSatisfy(
              method ->
                  assertThatThrownBy(() -> Operations.call(client, method, folder))
                      .isInstanceOf(ReadOnlyException.class));
    }
  }

  @Test
  void aClientThatOnlyReadsMayLogIn() {
    try (EmedgeneClient client = emedgene().credentials("user", "password").readOnly().build()) {
      client.getCaseInfo("EMG000000001");
    }

    assertThat(server.received())
        .extracting(Received::path)
        .containsExactly("/api/auth/v2/api_login/", "/api/test/EMG000000001/info");
  }

  @Test
  void everythingOfOpalIsAReading() throws Throwable {
    try (OpalClient client = opal().readOnly().build()) {
      client.getReport(1);
      client.downloadFinalPdf(1, folder);
    }

    assertThat(server.received()).hasSize(2);
  }

  @Test
  void allAttemptsOfACallCarryOneId() {
    AtomicInteger asked = new AtomicInteger();
    server.answer(
        request -> asked.incrementAndGet() < 3 ? Reply.json(503, "{}") : FullAnswers.to(request));
    try (OpalClient client = opal().build()) {
      client.getReport(1);
    }

    assertThat(ids()).hasSize(3).containsOnly(seen.onlyCall().correlationId());
  }

  @Test
  void everyCallHasAnIdOfItsOwn() {
    try (OpalClient client = opal().build()) {
      client.getReport(1);
      client.getReport(1);
    }

    assertThat(ids()).hasSize(2).doesNotHaveDuplicates().allMatch(id -> isRandom(id));
  }

  @Test
  void aLoginHasAnIdOfItsOwn() {
    try (EmedgeneClient client = emedgene().credentials("user", "password").build()) {
      client.getCaseInfo("EMG000000001");
    }

    assertThat(ids()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void anExceptionNamesTheIdThatWasSent() {
    server.answer(request -> Reply.json(404, "{}"));
    try (OpalClient client = opal().build()) {
      assertThatThrownBy(() -> client.getReport(1))
          .isInstanceOfSatisfying(
              CasewrightException.class,
              failure -> assertThat(ids()).containsExactly(failure.correlationId()));
    }
  }

  @Test
  void theIdOfTheServerIsNotTaken() {
    try (OpalClient client = opal().build()) {
      client.getReport(1);
    }

    assertThat(seen.onlyCall().correlationId()).isEqualTo(ids().get(0));
  }

  @Test
  void theUserAgentNamesTheClient() {
    try (OpalClient client = opal().build()) {
      client.getReport(1);
    }

    assertThat(server.only().header("User-Agent")).matches("casewright/\\S+");
  }

  @Test
  void theUserAgentNamesTheApplicationFirst() {
    try (OpalClient client = opal().application("lab-portal", "2.7.1").build()) {
      client.getReport(1);
    }

    assertThat(server.only().header("User-Agent")).matches("lab-portal/2\\.7\\.1 casewright/\\S+");
  }

  @Test
  void everyRequestCarriesTheUserAgent() {
    try (EmedgeneClient client =
        emedgene().credentials("user", "password").application("lab-portal", "1").build()) {
      client.updateStatus("EMG000000001", CaseStatus.FINALIZED);
    }

    assertThat(server.received())
        .hasSize(2)
        .allMatch(request -> request.header("User-Agent").startsWith("lab-portal/1 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "lab portal", "a/b", "a\r\nX-Evil: 1", "a(b)", "ä", "a\u0000"})
  void aNameThatCannotStandInTheHeaderIsRefused(String name) {
    assertThatThrownBy(() -> opal().application(name, "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> opal().application("lab-portal", name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameOfMoreThanSixtyCharactersIsRefused() {
    assertThatThrownBy(() -> opal().application("a".repeat(61), "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isRandom(String id) {
    return UUID.fromString(id).version() == 4;
  }

  private List<String> ids() {
    return server.received().stream().map(request -> request.header(CORRELATION_ID)).toList();
  }

  private OpalClientBuilder opal() {
    return OpalClient.builder()
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .credentials("login", "password")
        .retry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, 20))
        .observer(seen);
  }

  private EmedgeneClientBuilder emedgene() {
    return EmedgeneClient.builder().baseUrl(server.url()).allowPlainHttpOnLoopback().observer(seen);
  }
}
