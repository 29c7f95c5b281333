package dev.casewright.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.IssuedTokens;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  private static final int THREADS = 64;

  private final IssuedTokens tokens = new IssuedTokens();
  private final FixtureServer server = FixtureServer.start(tokens::answer);
  private final EmedgeneClient client =
      builder().credentials("demo@lab.example", "demo-password").build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void nothingIsSentBeforeTheFirstCallWhichLogsIn() {
    assertThat(server.received()).isEmpty();

    client.getCandidates("EMG000000001");
    client.getCandidates("EMG000000001");

    assertThat(server.received())
        .extracting(Received::path)
        .containsExactly(
            "/api/auth/v2/api_login/",
            "/api/candidates/EMG000000001",
            "/api/candidates/EMG000000001");
    Received login = server.received().get(0);
    assertThat(login.header("Authorization")).isEmpty();
    assertThat(login.body())
        .isEqualTo("{\"username\":\"demo@lab.example\",\"password\":\"demo-password\"}");
    assertThat(server.received().get(1).headers().get("Authorization"))
        .containsExactly("Bearer token-1");
  }

  @Test
  void howeverManyThreadsCallAtFirstThereIsOneLogin() throws Exception {
    callFromManyThreads();

    assertThat(tokens.logins()).isEqualTo(1);
  }

  @Test
  void howeverManyThreadsMeetAnExpiredTokenThereIsOneLoginMore() throws Exception {
    client.getCandidates("EMG000000001");
    tokens.expireAll();

    callFromManyThreads();

    assertThat(tokens.logins()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aTokenThatIsRefusedAtFirstIsDroppedAndTheCallRepeatedOnceEvenAWrite(int status) {
    tokens.refuseWith(status);
    Queue<Token> given = new ArrayDeque<>(List.of(Token.of("stale"), Token.of("fresh")));
    tokens.accept("fresh");
    try (EmedgeneClient plugged = builder().tokenSource(given::remove).build()) {
      plugged.updateStatus("EMG000000001", CaseStatus.DELIVERED);
    }

    assertThat(server.received())
        .extracting(request -> request.method() + " " + request.header("Authorization"))
        .containsExactly("PUT Bearer stale", "PUT Bearer fresh");
    assertThat(server.received())
        .extracting(Received::body)
        .containsOnly("{\"status\":\"delivered\"}");
  }

  @Test
  void aTokenThatExpiresIsRenewedAndTheCallRepeatedOnce() {
    client.getCandidates("EMG000000001");
    tokens.expireAll();

    client.getCandidates("EMG000000002");

    assertThat(server.received())
        .extracting(Received::path)
        .containsExactly(
            "/api/auth/v2/api_login/",
            "/api/candidates/EMG000000001",
            "/api/candidates/EMG000000002",
            "/api/auth/v2/api_login/",
            "/api/candidates/EMG000000002");
  }

  @Test
  void aServerThatRefusesEveryTokenIsAskedTwiceAndNoMore() {
    try (EmedgeneClient plugged = builder().tokenSource(counting()).build()) {
      assertThatThrownBy(() -> plugged.getCandidates("EMG000000001"))
          .isInstanceOf(AuthenticationException.class);
    }
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void forATokenThatHasWorkedA403IsAMissingPermission() {
    client.getCandidates("EMG000000001");
    server.answer(request -> Reply.json(403, "{\"message\": \"no role\"}"));

    assertThatThrownBy(() -> client.getCandidates("EMG000000001"))
        .isInstanceOf(PermissionException.class);
    assertThat(tokens.logins()).isEqualTo(1);
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void aMissingPermissionCostsOneLoginAndNotOneForEachCall() {
    tokens.refuseWith(403);
    server.answer(
        request ->
            request.path().contains("login")
                ? tokens.answer(request)
                : Reply.json(403, "{\"message\": \"no role\"}"));

    for (int call = 0; call < 3; call++) {
      assertThatThrownBy(() -> client.getCandidates("EMG000000001"))
          .isInstanceOf(PermissionException.class);
    }
    assertThat(tokens.logins()).isEqualTo(2);
  }

  @Test
  void aFixedTokenIsNotTriedAgain() {
    try (EmedgeneClient fixed = builder().token("stale").build()) {
      assertThatThrownBy(() -> fixed.getCandidates("EMG000000001"))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageNotContaining("stale");
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aLoginThatIsRefusedSaysSoAndTheNextCallTriesAgain() {
    server.answer(request -> Reply.json(401, "{\"message\": \"wrong\"}"));
    assertThatThrownBy(() -> client.getCandidates("EMG000000001"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("login, HTTP 401")
        .hasMessageNotContaining("demo");

    server.answer(request -> Reply.json(500, "{}"));
    assertThatThrownBy(() -> client.getCandidates("EMG000000001"))
        .isInstanceOf(ServerException.class);

    server.answer(tokens::answer);
    client.getCandidates("EMG000000001");
  }

  @Test
  void anAnswerToALoginWithoutATokenIsARefusal() {
    server.answer(request -> Reply.json(200, "{\"message\": \"wrong\"}"));

    assertThatThrownBy(() -> client.getCandidates("EMG000000001"))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void theOlderLoginIsUsedWhenAskedFor() {
    server.answer(
        request ->
            request.path().equals("/api/auth/api_login/")
                ? Reply.json(200, "{\"Authorization\": \"Bearer old-token\"}")
                : tokens.answer(request));
    tokens.accept("old-token");
    try (EmedgeneClient older = builder().credentials("u", "p").olderLogin().build()) {
      older.getCandidates("EMG000000001");
    }
    assertThat(server.received().get(1).header("Authorization")).isEqualTo("Bearer old-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bearer x", "a\r\nX: y", "tökén"})
  void whatCannotBeATokenIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> Token.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenIsNeverPrinted() {
    assertThat(Token.of("canary")).asString().doesNotContain("canary");
  }

  private void callFromManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch ready = new CountDownLatch(THREADS);
      List<Future<?>> calls = new ArrayList<>();
      for (int index = 0; index < THREADS; index++) {
        calls.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return client.getCandidates("EMG000000001");
                }));
      }
      for (Future<?> call : calls) {
        call.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static TokenSource counting() {
    AtomicInteger count = new AtomicInteger();
    return () -> Token.of("invalid-" + count.incrementAndGet());
  }

  private EmedgeneClientBuilder builder() {
    return Clients.withoutCredentials(server);
  }
}
