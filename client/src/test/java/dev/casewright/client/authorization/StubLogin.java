package dev.casewright.client.authorization;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Token;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A login that does what a test wants; the tokens that it gives are numbered. */
final class StubLogin implements LoginCall {
  volatile Supplier<LoggedIn> behaviour = () -> loggedIn("token-" + this.count);
  volatile Optional<Duration> lifetime = Optional.empty();
  volatile int count;
  volatile boolean cleared;
  final List<Duration> times = new ArrayList<>();
  private final Ticker ticker;
  private final CallSettings settings;

  StubLogin(Ticker ticker) {
    this.ticker = ticker;
    this.settings = Calls.settings(ticker);
  }

  @Override
  public LoggedIn logIn(Call caller, Duration longest) {
    count = count + 1;
    times.add(longest);
    return behaviour.get();
  }

  @Override
  public void clear() {
    cleared = true;
  }

  LoggedIn loggedIn(String token) {
    return new LoggedIn(Token.of(token), lifetime);
  }

  /** Tokens that come from this login. */
  LoginTokens tokens(LoginPolicy policy) {
    return new LoginTokens(this, policy, ticker);
  }

  /** A call that needs a token, with a minute for it. */
  Call call() {
    return call(Duration.ofSeconds(60));
  }

  Call call(Duration limit) {
    return Call.reading("getCase", limit, settings);
  }

  static LoggedIn fail(RuntimeException failure) {
    throw failure;
  }

  /** A login stops here until the test lets it go on. */
  static final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    LoggedIn pass(Supplier<LoggedIn> behind) {
      reached.countDown();
      try {
        open.await();
      } catch (InterruptedException interruption) {
        throw new IllegalStateException(interruption);
      }
      return behind.get();
    }

    void reached() throws InterruptedException {
      reached.await();
    }

    void open() {
      open.countDown();
    }
  }
}
