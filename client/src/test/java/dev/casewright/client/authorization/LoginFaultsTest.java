package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.call.CallOptions;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.IssuedTokens;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.transport.Timeouts;
import feign.Client;
import feign.Response;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoginFaultsTest {
  private final VirtualTime time = new VirtualTime();
  private final IssuedTokens tokens = new IssuedTokens();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FixtureServer server = FixtureServer.start(tokens::answer);
  private final EmedgeneClient client = builder().build();

  @AfterEach
  void close() {
    end.countDown();
    threads.shutdownNow();
    client.close();
    server.close();
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
  void aLoginWithinACallHasOnlyTheTimeThatTheCallHasLeft() {
    List<Duration> limits = new ArrayList<>();
    Client slow =
        (request, options) -> {
          boolean login = request.url().contains("login");
          if (login) {
            limits.add(CallOptions.call(options).deadline().limit());
          }
          time.pass(Duration.ofSeconds(25));
          return Response.builder()
              .request(request)
              .status(login ? 200 : 401)
              .body(
                  "{\"access_token\": \"t%d\", \"token_type\": \"b\"}".formatted(limits.size()),
                  StandardCharsets.UTF_8)
              .build();
        };
    try (EmedgeneClient hurried = builder().transport(slow).build()) {
      CasewrightException failure =
          catchThrowableOfType(
              CasewrightException.class,
              () -> hurried.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.outcomeUnknown()).isFalse();
    }
    assertThat(limits).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(10));
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
          () -> mixed.downloadReport("EMG1", "json", "1", OutputStream.nullOutputStream()));
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
          if (IssuedTokens.isLogin(request) && loginCame.getCount() > 0) {
            loginCame.countDown();
            return Reply.silent(end);
          }
          return tokens.answer(request);
        });
    try (EmedgeneClient mixed = within(Duration.ofMillis(300), Duration.ofMinutes(5))) {
      Future<?> shortCall = threads.submit(() -> mixed.getCandidates("EMG000000001"));
      loginCame.await();

      mixed.downloadReport("EMG1", "json", "1", OutputStream.nullOutputStream());

      assertThatThrownBy(() -> shortCall.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(DeadlineException.class);
      assertThat(tokens.logins()).isEqualTo(1);
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

    server.answer(request -> Reply.json(200, "{\"message\": \"wrong password\", \"canary\": 1}"));
    CasewrightException refusal = failure();
    assertThat(refusal)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("login, HTTP 200")
        .hasMessageNotContaining("canary");
    assertThat(refusal.correlationId())
        .isEqualTo(server.received().get(server.received().size() - 1).header("X-Correlation-ID"));

    server.answer(tokens::answer);
    client.getCandidates("EMG000000001");
  }

  @Test
  void aTokenThatNoHeaderCanHoldDoesNotFitTheContract() {
    server.answer(
        request -> Reply.json(200, "{\"access_token\": \"can ary\", \"token_type\": \"b\"}"));

    assertThat(failure())
        .isInstanceOf(DecodeException.class)
        .hasMessageStartingWith("login, HTTP 200")
        .hasMessageContaining("a token")
        .hasMessageNotContaining("can ary");
  }

  @Test
  void aSchemeInFrontOfATokenIsLeftOut() {
    tokens.accept("xyz");
    server.answer(
        request ->
            IssuedTokens.isLogin(request)
                ? Reply.json(200, "{\"access_token\": \"Bearer xyz\", \"token_type\": \"b\"}")
                : Reply.json(200, "{}"));

    client.getCandidates("EMG000000001");

    assertThat(server.received().get(1).header("Authorization")).isEqualTo("Bearer xyz");
  }

  private CasewrightException failure() {
    return catchThrowableOfType(
        CasewrightException.class, () -> client.getCandidates("EMG000000001"));
  }

  private EmedgeneClient within(Duration total, Duration download) {
    return Clients.loggingIn(server)
        .timeouts(Timeouts.defaults().withTotal(total).withDownload(download))
        .build();
  }

  private EmedgeneClientBuilder builder() {
    return Clients.loggingIn(server).time(time, time);
  }
}
