package dev.casewright.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.call.Call;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.transport.Timeouts;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenFaultsTest {
  private static final int THREADS = 64;

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger logins = new AtomicInteger();
  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FixtureServer server = FixtureServer.start(this::answer);
  private final EmedgeneClient client = builder().build();

  @AfterEach
  void close() {
    end.countDown();
    threads.shutdownNow();
    client.close();
    server.close();
  }

  @Test
  void sixtyFourThreadsWhoseTokenWasRefusedLogInOnceAndAllSucceed() throws Exception {
    client.getCandidates("EMG000000001");
    valid.clear();
    CountDownLatch allThere = new CountDownLatch(THREADS);
    server.answer(
        request -> {
          if (request.header("Authorization").endsWith("token-1")) {
            allThere.countDown();
            await(allThere);
          }
          return answer(request);
        });

    List<Future<?>> calls = new ArrayList<>();
    for (int index = 0; index < THREADS; index++) {
      calls.add(threads.submit(() -> client.getCandidates("EMG000000001")));
    }
    for (Future<?> call : calls) {
      call.get(30, TimeUnit.SECONDS);
    }

    assertThat(logins).hasValue(1 + 1);
    assertThat(server.received()).hasSize(2 + THREADS + 1 + THREADS);
  }

  @Test
  void aTokenThatExpiresBetweenTwoPagesOfAWalkCostsALoginAndNoRow() {
    Listing<CaseListEntry> walk =
        new Listing<>(
            () -> Call.reading("listCases", Duration.ofMinutes(1), Calls.settings()),
            (limit, offset) -> client.listCases(CaseStatus.of("page-" + offset)).hits().get(),
            2,
            CaseListEntry::name);
    server.answer(
        request -> {
          Reply reply = answer(request);
          if (request.query().contains("page-0")) {
            valid.clear();
          }
          return reply;
        });

    assertThat(walk.toList())
        .extracting(CaseListEntry::name)
        .containsExactly("EMG000000000", "EMG000000001", "EMG000000002", "EMG000000003");
    assertThat(logins).hasValue(2);
  }

  @Test
  void aLoginThatStallsEndsWithTheCallThatNeedsItAndAWriteWasNotSent() {
    server.answer(request -> Reply.silent(end));
    try (EmedgeneClient impatient = within(Duration.ofMillis(300), Duration.ofMinutes(5))) {
      long start = System.nanoTime();
      CasewrightException failure =
          catchThrowableOfType(
              CasewrightException.class,
              () -> impatient.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2300));
      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.outcomeUnknown()).isFalse();
      assertThat(server.only().path()).contains("login");
    }
  }

  @Test
  void aCallThatWaitsForALongerLoginEndsInItsOwnTimeAndAWriteWasNotSent() throws Exception {
    CountDownLatch loginCame = new CountDownLatch(1);
    server.answer(
        request -> {
          loginCame.countDown();
          return Reply.silent(end);
        });
    try (EmedgeneClient mixed = within(Duration.ofMillis(300), Duration.ofMinutes(5))) {
      threads.submit(
          () -> mixed.downloadReport("EMG1", "pdf", "1", OutputStream.nullOutputStream()));
      loginCame.await();

      CasewrightException failure =
          catchThrowableOfType(
              CasewrightException.class,
              () -> mixed.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.outcomeUnknown()).isFalse();
    }
  }

  @Test
  void aLoginThatDiedInTheTimeOfAShortCallIsMadeByACallThatHasTime() throws Exception {
    CountDownLatch loginCame = new CountDownLatch(1);
    server.answer(
        request -> {
          if (isLogin(request) && loginCame.getCount() > 0) {
            loginCame.countDown();
            return Reply.silent(end);
          }
          return answer(request);
        });
    try (EmedgeneClient mixed = within(Duration.ofMillis(300), Duration.ofMinutes(5))) {
      Future<?> shortCall = threads.submit(() -> mixed.getCandidates("EMG000000001"));
      loginCame.await();

      mixed.downloadReport("EMG1", "pdf", "1", OutputStream.nullOutputStream());

      assertThatThrownBy(() -> shortCall.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(DeadlineException.class);
      assertThat(logins).hasValue(1);
    }
  }

  @Test
  void aLoginThatFailsSaysByWhatAndTheNextCallTriesAgain() {
    server.answer(request -> Reply.json(500, "{}"));
    assertThat(failure())
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("login, HTTP 500");

    server.answer(request -> Reply.json(403, "{\"message\": \"locked\"}"));
    assertThat(failure())
        .isInstanceOf(PermissionException.class)
        .hasMessageStartingWith("login, HTTP 403");

    server.answer(
        request ->
            Reply.of(
                200,
                Map.of("Content-Type", "text/html"),
                "<html>canary</html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(failure())
        .isInstanceOf(DecodeException.class)
        .hasMessageStartingWith("login")
        .hasMessageContaining("something in front of it")
        .hasMessageNotContaining("canary");

    server.answer(
        request ->
            Reply.json(200, "{\"message\": \"wrong password\", \"canary\": 1}"));
    CasewrightException refusal = failure();
    assertThat(refusal)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("login, HTTP 200")
        .hasMessageNotContaining("canary");
    assertThat(refusal.correlationId())
        .isEqualTo(
            server.received().get(server.received().size() - 1).header("X-Correlation-ID"));

    server.answer(this::answer);
    client.getCandidates("EMG000000001");
  }

  @Test
  void aLifetimeInTheAnswerToTheLoginIsHeeded() {
    server.answer(
        request ->
            isLogin(request)
                ? Reply.json(
                    200,
                    "{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"expires_in\": 3600}"
                        .formatted(newToken()))
                : answer(request));
    client.getCandidates("EMG000000001");
    now.addAndGet(Duration.ofMinutes(59).plusSeconds(1).toNanos());

    client.getCandidates("EMG000000001");

    assertThat(server.received())
        .extracting(request -> isLogin(request) ? "login" : "call")
        .containsExactly("login", "call", "login", "call");
  }

  @Test
  void aForbiddenCallWithAnOldTokenLogsInOnceAndIsRepeated() {
    client.getCandidates("EMG000000001");
    valid.clear();
    server.answer(
        request ->
            isLogin(request) || valid.contains(tokenOf(request))
                ? answer(request)
                : Reply.json(403, "{\"message\": \"expired\"}"));

    now.addAndGet(Duration.ofMinutes(59).toNanos());
    assertThat(failure()).isInstanceOf(PermissionException.class);
    assertThat(logins).hasValue(1);

    now.addAndGet(Duration.ofMinutes(2).toNanos());
    client.updateStatus("EMG000000001", CaseStatus.DELIVERED);
    assertThat(logins).hasValue(2);
  }

  @Test
  void aPermissionThatIsMissingForAnOldTokenCostsOneLoginAndNotOneForEachCall() {
    client.getCandidates("EMG000000001");
    now.addAndGet(Duration.ofHours(2).toNanos());
    server.answer(
        request -> isLogin(request) ? answer(request) : Reply.json(403, "{\"message\": \"no\"}"));

    for (int call = 0; call < 3; call++) {
      assertThat(failure()).isInstanceOf(PermissionException.class);
    }

    assertThat(logins).hasValue(2);
  }

  @Test
  void aSourceThatGivesNothingIsTold() {
    try (EmedgeneClient plugged = plain().tokenSource(() -> null).build()) {
      assertThatThrownBy(() -> plugged.getCandidates("EMG000000001"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("token source");
    }
    assertThat(server.received()).isEmpty();
  }

  private CasewrightException failure() {
    return catchThrowableOfType(
        CasewrightException.class, () -> client.getCandidates("EMG000000001"));
  }

  private Reply answer(Received request) {
    if (isLogin(request)) {
      return Reply.json(
          200, "{\"access_token\": \"%s\", \"token_type\": \"bearer\"}".formatted(newToken()));
    }
    if (!valid.contains(tokenOf(request))) {
      return Reply.json(401, "{\"message\": \"expired\"}");
    }
    if (!request.query().contains("page-")) {
      return Reply.json(200, "{}");
    }
    int offset = Integer.parseInt(request.query().replaceAll(".*page-", ""));
    return offset > 2
        ? Reply.json(200, "{\"hits\": []}")
        : Reply.json(
            200,
            "{\"hits\": [{\"name\": \"EMG00000000%d\"}, {\"name\": \"EMG00000000%d\"}]}"
                .formatted(offset, offset + 1));
  }

  private String newToken() {
    String token = "token-" + logins.incrementAndGet();
    valid.add(token);
    return token;
  }

  private static boolean isLogin(Received request) {
    return request.path().contains("login");
  }

  private static String tokenOf(Received request) {
    return request.header("Authorization").replace("Bearer ", "");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  private EmedgeneClient within(Duration total, Duration download) {
    return plain()
        .credentials("demo@lab.example", "demo-password")
        .timeouts(Timeouts.defaults().withTotal(total).withDownload(download))
        .build();
  }

  private EmedgeneClientBuilder builder() {
    return plain()
        .credentials("demo@lab.example", "demo-password")
        .time(now::get, time -> now.addAndGet(time.toNanos()));
  }

  private EmedgeneClientBuilder plain() {
    return EmedgeneClient.builder().baseUrl(server.url()).allowPlainHttpOnLoopback();
  }
}
