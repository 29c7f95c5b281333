package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Token;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.VirtualTime;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTokensTest {
  private final VirtualTime time = new VirtualTime();
  private final StubLogin logins = new StubLogin(time);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LoginTokens tokens = logins.tokens(LoginPolicy.defaults());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void aTokenOfUnknownLifetimeIsUsedUntilItIsRefused() throws Exception {
    Token first = tokens.token(logins.call());
    time.pass(Duration.ofDays(30));

    assertThat(tokens.token(logins.call())).isEqualTo(first);
    assertThat(tokens.inPlaceOf(first, logins.call())).contains(Token.of("token-2"));
  }

  @Test
  void onlyTheRefusedTokenIsDropped() throws Exception {
    Token first = tokens.token(logins.call());
    Token second = tokens.inPlaceOf(first, logins.call()).orElseThrow();

    assertThat(tokens.inPlaceOf(first, logins.call())).contains(second);
    assertThat(logins.count).isEqualTo(2);
  }

  @Test
  void aServerThatGivesTheSameTokenAgainHasNoOther() throws Exception {
    logins.behaviour = () -> logins.loggedIn("same");
    Token first = tokens.token(logins.call());

    assertThat(tokens.inPlaceOf(first, logins.call())).isEmpty();
  }

  @Test
  void waitingForTheLoginOfAnotherEndsAtOnesOwnDeadline() throws Exception {
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour = () -> gate.pass(() -> logins.loggedIn("late"));
    Future<Token> first = threads.submit(() -> tokens.token(logins.call()));
    gate.reached();

    long start = System.nanoTime();
    assertThatThrownBy(() -> tokens.token(logins.call(Duration.ofMillis(30))))
        .isInstanceOf(DeadlinePassedException.class)
        .hasMessage("no login ended within 30 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    gate.open();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("late"));
  }

  @Test
  void whoHasTimeLeftTriesItselfWhenTheTimeOfAnotherWasOver() throws Exception {
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour =
        () ->
            gate.pass(
                () -> {
                  logins.behaviour = () -> logins.loggedIn("second");
                  return StubLogin.fail(new DeadlineException(logins.call().unanswered(), "late."));
                });
    Future<Token> first = threads.submit(() -> tokens.token(logins.call()));
    gate.reached();
    Future<Token> second = threads.submit(() -> tokens.token(logins.call()));
    gate.open();

    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DeadlineException.class);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("second"));
  }

  @Test
  void aLoginThatFailsByTheServerFailsForAllWhoWaitedForIt() throws Exception {
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour =
        () ->
            gate.pass(
                () -> StubLogin.fail(new ServerException(logins.call().unanswered(), "down.")));
    List<Future<Token>> calls = new ArrayList<>();
    calls.add(threads.submit(() -> tokens.token(logins.call())));
    gate.reached();
    CountDownLatch asking = new CountDownLatch(8);
    List<Thread> waiting = new ArrayList<>();
    for (int index = 0; index < 8; index++) {
      calls.add(
          threads.submit(
              () -> {
                synchronized (waiting) {
                  waiting.add(Thread.currentThread());
                }
                asking.countDown();
                return tokens.token(logins.call());
              }));
    }
    asking.await();
    awaitBlocked(waiting);
    gate.open();

    for (Future<Token> call : calls) {
      assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ServerException.class);
    }
    assertThat(logins.count).isEqualTo(1);
  }

  @Test
  void aThreadThatIsInterruptedWhileItWaitsEndsAndStaysInterrupted() throws Exception {
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour = () -> gate.pass(() -> logins.loggedIn("late"));
    threads.submit(() -> tokens.token(logins.call()));
    gate.reached();

    Thread.currentThread().interrupt();
    Throwable failure = catchThrowable(() -> tokens.token(logins.call()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(InterruptedIOException.class);
    gate.open();
  }

  @Test
  void aCallWhoseTimeIsOverDoesNotLogIn() {
    Call over = logins.call(Duration.ofSeconds(1));
    time.pass(Duration.ofSeconds(2));

    assertThatThrownBy(() -> tokens.token(over)).isInstanceOf(DeadlinePassedException.class);
    assertThat(logins.count).isZero();
  }

  @Test
  void howeverCloselyThreadsAskTogetherOneLogsIn() throws Exception {
    int asking = 8;
    for (int round = 0; round < 300; round++) {
      LoginTokens fresh = logins.tokens(LoginPolicy.defaults());
      AtomicInteger begun = new AtomicInteger();
      logins.behaviour = () -> logins.loggedIn("token-" + begun.incrementAndGet());
      CyclicBarrier start = new CyclicBarrier(asking);
      List<Future<Token>> all = new ArrayList<>();
      for (int index = 0; index < asking; index++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return fresh.token(logins.call());
                }));
      }
      for (Future<Token> one : all) {
        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("token-1"));
      }
      assertThat(begun).hasValue(1);
    }
  }

  @Test
  void clearingForgetsTheTokenAndALoginThatIsUnderWay() throws Exception {
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour = () -> gate.pass(() -> logins.loggedIn("late"));
    Future<Token> underWay = threads.submit(() -> tokens.token(logins.call()));
    gate.reached();

    tokens.clear();
    gate.open();

    assertThatThrownBy(() -> underWay.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> tokens.token(logins.call()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("cleared");
    assertThat(logins.cleared).isTrue();
  }

  /** No sleeping: the threads are looked at until all of them wait. */
  private static void awaitBlocked(List<Thread> waiting) {
    while (!waiting.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
  }
}
