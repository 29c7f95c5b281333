package dev.casewright.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Calls;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginRenewalTest {
  private final AtomicLong now = new AtomicLong();
  private final CallSettings settings = Calls.settings(now::get);
  private final StubLogin logins = new StubLogin();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LoginTokens tokens = tokens(LoginPolicy.defaults());

  @AfterEach
  void end() {
    threads.shutdownNow();
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
    logins.behaviour = () -> StubLogin.fail(new ServerException(call().unanswered(), "down."));
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
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour = () -> gate.pass(() -> logins.loggedIn("renewed"));
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
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour =
        () -> gate.pass(() -> StubLogin.fail(new ServerException(call().unanswered(), "down.")));
    Future<Token> renewing = threads.submit(() -> tokens.token(call()));
    gate.reached();
    Future<Optional<Token>> refused = threads.submit(() -> tokens.inPlaceOf(first, call()));
    gate.open();

    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ServerException.class);
    catchThrowable(() -> renewing.get(10, TimeUnit.SECONDS));
    logins.behaviour = () -> logins.loggedIn("fresh");
    assertThat(tokens.token(call())).isEqualTo(Token.of("fresh"));
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
}
