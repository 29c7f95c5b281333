package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.call.Call;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.IssuedTokens;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.walk.PageSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenFaultsTest {
  private static final int THREADS = 64;

  private final VirtualTime time = new VirtualTime();
  private final IssuedTokens tokens = new IssuedTokens();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FixtureServer server = FixtureServer.start(this::answer);
  private final EmedgeneClient client = builder().build();

  @AfterEach
  void close() {
    threads.shutdownNow();
    client.close();
    server.close();
  }

  @Test
  void sixtyFourThreadsWhoseTokenWasRefusedLogInOnceAndAllSucceed() throws Exception {
    client.getCandidates("EMG000000001");
    tokens.expireAll();
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

    assertThat(tokens.logins()).isEqualTo(1 + 1);
    assertThat(server.received()).hasSize(2 + THREADS + 1 + THREADS);
  }

  @Test
  void aTokenThatExpiresBetweenTwoPagesOfAWalkCostsALoginAndNoRow() {
    Listing<CaseListEntry> walk =
        PageSource.listing(
            () -> Call.reading("listCases", Duration.ofMinutes(1), Calls.settings()),
            call ->
                (limit, offset) -> client.listCases(CaseStatus.of("page-" + offset)).hits().get(),
            2,
            CaseListEntry::name);
    server.answer(
        request -> {
          Reply reply = answer(request);
          if (request.query().contains("page-0")) {
            tokens.expireAll();
          }
          return reply;
        });

    assertThat(walk.toList())
        .extracting(CaseListEntry::name)
        .containsExactly("EMG000000000", "EMG000000001", "EMG000000002", "EMG000000003");
    assertThat(tokens.logins()).isEqualTo(2);
  }

  @Test
  void aStormOfRefusalsFromManyThreadsEndsAfterAFewLogins() throws Exception {
    server.answer(
        request ->
            IssuedTokens.isLogin(request)
                ? answer(request)
                : Reply.json(401, "{\"message\": \"no\"}"));

    List<Future<?>> calls = new ArrayList<>();
    for (int index = 0; index < 4 * THREADS; index++) {
      calls.add(threads.submit(() -> client.getCandidates("EMG000000001")));
    }

    for (Future<?> call : calls) {
      assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(AuthenticationException.class);
    }
    assertThat(tokens.logins()).isBetween(3, 4);
  }

  @Test
  void aLifetimeInTheAnswerToTheLoginIsHeeded() {
    server.answer(
        request ->
            IssuedTokens.isLogin(request)
                ? Reply.json(
                    200,
                    "{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"expires_in\": 3600}"
                        .formatted(tokens.issue()))
                : answer(request));
    client.getCandidates("EMG000000001");
    time.pass(Duration.ofMinutes(59).plusSeconds(1));

    client.getCandidates("EMG000000001");

    assertThat(server.received())
        .extracting(request -> IssuedTokens.isLogin(request) ? "login" : "call")
        .containsExactly("login", "call", "login", "call");
  }

  @Test
  void aForbiddenCallWithAnOldTokenLogsInOnceAndIsRepeated() {
    client.getCandidates("EMG000000001");
    tokens.expireAll();
    server.answer(
        request ->
            IssuedTokens.isLogin(request) || tokens.accepts(request)
                ? answer(request)
                : Reply.json(403, "{\"message\": \"expired\"}"));

    time.pass(Duration.ofMinutes(59));
    assertThat(failure()).isInstanceOf(PermissionException.class);
    assertThat(tokens.logins()).isEqualTo(1);

    time.pass(Duration.ofMinutes(2));
    client.updateStatus("EMG000000001", CaseStatus.DELIVERED);
    assertThat(tokens.logins()).isEqualTo(2);
  }

  @Test
  void aPermissionThatIsMissingForAnOldTokenCostsOneLoginAndNotOneForEachCall() {
    client.getCandidates("EMG000000001");
    time.pass(Duration.ofHours(2));
    server.answer(
        request ->
            IssuedTokens.isLogin(request)
                ? answer(request)
                : Reply.json(403, "{\"message\": \"no\"}"));

    for (int call = 0; call < 3; call++) {
      assertThat(failure()).isInstanceOf(PermissionException.class);
    }

    assertThat(tokens.logins()).isEqualTo(2);
  }

  @Test
  void aSourceThatGivesNothingIsTold() {
    try (EmedgeneClient plugged =
        Clients.withoutCredentials(server).tokenSource(() -> null).build()) {
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
    return tokens.answer(request, () -> accepted(request));
  }

  private static Reply accepted(Received request) {
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  private EmedgeneClientBuilder builder() {
    return Clients.loggingIn(server).time(time, time);
  }
}
