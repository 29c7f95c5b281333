package dev.casewright.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private final AtomicInteger logins = new AtomicInteger();
  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private int refusal = 401;
  private final FixtureServer server = FixtureServer.start(this::answer);
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

    assertThat(logins).hasValue(1);
  }

  @Test
  void howeverManyThreadsMeetAnExpiredTokenThereIsOneLoginMore() throws Exception {
    client.getCandidates("EMG000000001");
    valid.clear();

    callFromManyThreads();

    assertThat(logins).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aTokenThatIsRefusedAtFirstIsDroppedAndTheCallRepeatedOnceEvenAWrite(int status) {
    refusal = status;
    Queue<Token> tokens = new ArrayDeque<>(List.of(Token.of("stale"), Token.of("fresh")));
    valid.add("fresh");
    try (EmedgeneClient plugged = builder().tokenSource(tokens::remove).build()) {
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
    valid.clear();

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
    assertThat(logins).hasValue(1);
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void aMissingPermissionCostsOneLoginAndNotOneForEachCall() {
    refusal = 403;
    server.answer(
        request ->
            request.path().contains("login")
                ? answer(request)
                : Reply.json(403, "{\"message\": \"no role\"}"));

    for (int call = 0; call < 3; call++) {
      assertThatThrownBy(() -> client.getCandidates("EMG000000001"))
          .isInstanceOf(PermissionException.class);
    }
    assertThat(logins).hasValue(2);
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

    server.answer(this::answer);
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
                : answer(request));
    valid.add("old-token");
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

  private Reply answer(Received request) {
    if (request.path().equals("/api/auth/v2/api_login/")) {
      String token = "token-" + logins.incrementAndGet();
      valid.add(token);
      return Reply.json(
          200, "{\"access_token\": \"%s\", \"token_type\": \"bearer\"}".formatted(token));
    }
    String token = request.header("Authorization").replace("Bearer ", "");
    return valid.contains(token)
        ? Reply.json(200, "{}")
        : Reply.json(refusal, "{\"message\": \"refused\"}");
  }

  private static TokenSource counting() {
    AtomicInteger count = new AtomicInteger();
    return () -> Token.of("invalid-" + count.incrementAndGet());
  }

  private EmedgeneClientBuilder builder() {
    return EmedgeneClient.builder().baseUrl(server.url()).allowPlainHttpOnLoopback();
  }
}
