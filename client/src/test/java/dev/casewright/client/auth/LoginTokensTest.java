package dev.casewright.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Calls;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTokensTest {
  private final AtomicLong now = new AtomicLong();
  private final CallSettings settings = Calls.settings(now::get);
  private final Logins logins = new Logins();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LoginTokens tokens = tokens(LoginPolicy.defaults());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void aTokenOfUnknownLifetimeIsUsedUntilItIsRefused() throws Exception {
    Token first = tokens.token(call());
    pass(Duration.ofDays(30));

    assertThat(tokens.token(call())).isEqualTo(first);
    assertThat(tokens.inPlaceOf(first, call())).contains(Token.of("token-2"));
  }

  @Test
  void onlyTheRefusedTokenIsDropped() throws Exception {
    Token first = tokens.token(call());
    Token second = tokens.inPlaceOf(first, call()).orElseThrow();

    assertThat(tokens.inPlaceOf(first, call())).contains(second);
    assertThat(logins.count).isEqualTo(2);
  }

  @Test
  void aServerThatGivesTheSameTokenAgainHasNoOther() throws Exception {
    logins.behaviour = () -> loggedIn("same");
    Token first = tokens.token(call());

    assertThat(tokens.inPlaceOf(first, call())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3600, 3539, 3541", "100, 89, 91"})
  void aTokenIsRenewedAMinuteOrATenthOfItsLifetimeBeforeItsEnd(
      long lifetime, long before, long after) throws Exception {
    logins.lifetime = Optional.of(Duration.ofSeconds(lifetime));
    Token first = tokens.token(call());

    pass(Duration.ofSeconds(before));
    assertThat(tokens.token(call())).isEqualTo(first);
    pass(Duration.ofSeconds(after - before));
    assertThat(tokens.token(call())).isEqualTo(Token.of("token-2"));
  }

  @Test
  void aLifetimeThatOnlyTheUserKnowsIsKeptToo() throws Exception {
    LoginTokens known =
        tokens(
            LoginPolicy.defaults()
                .withTokenLifetime(Duration.ofHours(8))
                .withRenewBefore(Duration.ofMinutes(30)));
    known.token(call());

    pass(Duration.ofMinutes(8 * 60 - 29));

    assertThat(known.token(call())).isEqualTo(Token.of("token-2"));
  }

  @Test
  void aRenewalThatFailsLeavesTheOldTokenToItsEndAndIsNotTriedForEachCall() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    Token first = tokens.token(call());
    logins.behaviour = () -> fail(new ServerException(call().untouched(), "down."));
    pass(Duration.ofMinutes(59).plusSeconds(1));

    assertThat(tokens.token(call())).isEqualTo(first);
    assertThat(tokens.token(call())).isEqualTo(first);
    assertThat(logins.count).isEqualTo(2);

    pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> tokens.token(call())).isInstanceOf(ServerException.class);
  }

  @Test
  void aRenewalTakesHalfOfTheCallsTimeAtMostAndALoginAllOfIt() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    tokens.token(call());
    pass(Duration.ofMinutes(59).plusSeconds(1));
    tokens.token(call());

    assertThat(logins.times).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(30));
  }

  @Test
  void whileOneRenewsTheOthersGoOnWithTheOldToken() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    Token first = tokens.token(call());
    pass(Duration.ofMinutes(59).plusSeconds(1));
    Gate gate = new Gate();
    logins.behaviour = () -> gate.pass(() -> loggedIn("renewed"));
    Future<Token> renewing = threads.submit(() -> tokens.token(call()));
    gate.reached();

    assertThat(tokens.token(call())).isEqualTo(first);
    gate.open();
    assertThat(renewing.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("renewed"));
    assertThat(tokens.token(call())).isEqualTo(Token.of("renewed"));
  }

  @Test
  void aTokenThatIsRefusedDuringItsRenewalIsNotUsedAgain() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    Token first = tokens.token(call());
    pass(Duration.ofMinutes(59).plusSeconds(1));
    Gate gate = new Gate();
    logins.behaviour =
        () -> gate.pass(() -> fail(new ServerException(call().untouched(), "down.")));
    Future<Token> renewing = threads.submit(() -> tokens.token(call()));
    gate.reached();
    Future<Optional<Token>> refused = threads.submit(() -> tokens.inPlaceOf(first, call()));
    gate.open();

    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ServerException.class);
    catchThrowable(() -> renewing.get(10, TimeUnit.SECONDS));
    logins.behaviour = () -> loggedIn("fresh");
    assertThat(tokens.token(call())).isEqualTo(Token.of("fresh"));
  }

  @Test
  void waitingForTheLoginOfAnotherEndsAtOnesOwnDeadline() throws Exception {
    Gate gate = new Gate();
    logins.behaviour = () -> gate.pass(() -> loggedIn("late"));
    Future<Token> first = threads.submit(() -> tokens.token(call()));
    gate.reached();

    assertThatThrownBy(() -> tokens.token(call(Duration.ofMillis(30))))
        .isInstanceOf(DeadlinePassedException.class)
        .hasMessage("no login ended within 30 ms");
    gate.open();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("late"));
  }

  @Test
  void whoHasTimeLeftTriesItselfWhenTheTimeOfAnotherWasOver() throws Exception {
    Gate gate = new Gate();
    logins.behaviour =
        () ->
            gate.pass(
                () -> {
                  logins.behaviour = () -> loggedIn("second");
                  return fail(new DeadlineException(call().untouched(), "late."));
                });
    Future<Token> first = threads.submit(() -> tokens.token(call()));
    gate.reached();
    Future<Token> second = threads.submit(() -> tokens.token(call()));
    gate.open();

    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DeadlineException.class);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("second"));
  }

  @Test
  void aLoginThatFailsByTheServerFailsForAllWhoWaitedForIt() throws Exception {
    Gate gate = new Gate();
    logins.behaviour =
        () -> gate.pass(() -> fail(new ServerException(call().untouched(), "down.")));
    List<Future<Token>> calls = new ArrayList<>();
    calls.add(threads.submit(() -> tokens.token(call())));
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
                return tokens.token(call());
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
    Gate gate = new Gate();
    logins.behaviour = () -> gate.pass(() -> loggedIn("late"));
    threads.submit(() -> tokens.token(call()));
    gate.reached();

    Thread.currentThread().interrupt();
    Throwable failure = catchThrowable(() -> tokens.token(call()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(InterruptedIOException.class);
    gate.open();
  }

  @Test
  void aCallWhoseTimeIsOverDoesNotLogIn() {
    Call over = call(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(2));

    assertThatThrownBy(() -> tokens.token(over)).isInstanceOf(DeadlinePassedException.class);
    assertThat(logins.count).isZero();
  }

  @Test
  void clearingForgetsTheTokenAndALoginThatIsUnderWay() throws Exception {
    Gate gate = new Gate();
    logins.behaviour = () -> gate.pass(() -> loggedIn("late"));
    Future<Token> underWay = threads.submit(() -> tokens.token(call()));
    gate.reached();

    tokens.clear();
    gate.open();

    assertThatThrownBy(() -> underWay.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> tokens.token(call()))
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

  private LoginTokens tokens(LoginPolicy policy) {
    return new LoginTokens(logins, policy, now::get);
  }

  private Call call() {
    return call(Duration.ofSeconds(60));
  }

  private Call call(Duration limit) {
    return Call.reading("getCase", limit, settings);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private LoggedIn loggedIn(String token) {
    return new LoggedIn(Token.of(token), logins.lifetime);
  }

  private static LoggedIn fail(RuntimeException failure) {
    throw failure;
  }

  /** What a login does. */
  interface Behaviour {
    LoggedIn logIn();
  }

  private final class Logins implements LoginCall {
    private Optional<Duration> lifetime = Optional.empty();
    private final List<Duration> times = new ArrayList<>();
    private volatile Behaviour behaviour = () -> loggedIn("token-" + this.count);
    private volatile int count;
    private volatile boolean cleared;

    @Override
    public LoggedIn logIn(Call caller, Duration longest) {
      count = count + 1;
      times.add(longest);
      return behaviour.logIn();
    }

    @Override
    public void clear() {
      cleared = true;
    }
  }

  /** A login stops here until the test lets it go on. */
  private static final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    LoggedIn pass(Behaviour behind) {
      reached.countDown();
      try {
        open.await();
      } catch (InterruptedException interruption) {
        throw new IllegalStateException(interruption);
      }
      return behind.logIn();
    }

    void reached() throws InterruptedException {
      reached.await();
    }

    void open() {
      open.countDown();
    }
  }
}
