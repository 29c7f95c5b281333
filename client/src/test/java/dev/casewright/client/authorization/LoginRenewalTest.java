package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Token;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginRenewalTest {
  private final VirtualTime time = new VirtualTime();
  private final StubLogin logins = new StubLogin(time);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LoginTokens tokens = logins.tokens(LoginPolicy.defaults());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"3600, 3539, 3541", "100, 89, 91"})
  void aTokenIsRenewedAMinuteOrATenthOfItsLifetimeBeforeItsEnd(
      long lifetime, long before, long after) throws Exception {
    logins.lifetime = Optional.of(Duration.ofSeconds(lifetime));
    Token first = tokens.token(logins.call());

    time.pass(Duration.ofSeconds(before));
    assertThat(tokens.token(logins.call())).isEqualTo(first);
    time.pass(Duration.ofSeconds(after - before));
    assertThat(tokens.token(logins.call())).isEqualTo(Token.of("token-2"));
  }

  @Test
  void aLifetimeThatOnlyTheUserKnowsIsKeptToo() throws Exception {
    LoginTokens known =
        logins.tokens(
            LoginPolicy.defaults()
                .withTokenLifetime(Duration.ofHours(8))
                .withRenewBefore(Duration.ofMinutes(30)));
    known.token(logins.call());

    time.pass(Duration.ofMinutes(8 * 60 - 29));

    assertThat(known.token(logins.call())).isEqualTo(Token.of("token-2"));
  }

  @Test
  void aRenewalThatFailsLeavesTheOldTokenToItsEndAndIsNotTriedForEachCall() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    Token first = tokens.token(logins.call());
    logins.behaviour =
        () -> StubLogin.fail(new ServerException(logins.call().unanswered(), "down."));
    time.pass(Duration.ofMinutes(59).plusSeconds(1));

    assertThat(tokens.token(logins.call())).isEqualTo(first);
    assertThat(tokens.token(logins.call())).isEqualTo(first);
    assertThat(logins.count).isEqualTo(2);

    time.pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> tokens.token(logins.call())).isInstanceOf(ServerException.class);
  }

  @Test
  void aRenewalTakesHalfOfTheCallsTimeAtMostAndALoginAllOfIt() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    tokens.token(logins.call());
    time.pass(Duration.ofMinutes(59).plusSeconds(1));
    tokens.token(logins.call());

    assertThat(logins.times).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(30));
  }

  @Test
  void whileOneRenewsTheOthersGoOnWithTheOldToken() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    Token first = tokens.token(logins.call());
    time.pass(Duration.ofMinutes(59).plusSeconds(1));
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour = () -> gate.pass(() -> logins.loggedIn("renewed"));
    Future<Token> renewing = threads.submit(() -> tokens.token(logins.call()));
    gate.reached();

    assertThat(tokens.token(logins.call())).isEqualTo(first);
    gate.open();
    assertThat(renewing.get(10, TimeUnit.SECONDS)).isEqualTo(Token.of("renewed"));
    assertThat(tokens.token(logins.call())).isEqualTo(Token.of("renewed"));
  }

  @Test
  void aTokenThatIsRefusedDuringItsRenewalIsNotUsedAgain() throws Exception {
    logins.lifetime = Optional.of(Duration.ofHours(1));
    Token first = tokens.token(logins.call());
    time.pass(Duration.ofMinutes(59).plusSeconds(1));
    StubLogin.Gate gate = new StubLogin.Gate();
    logins.behaviour =
        () ->
            gate.pass(
                () -> StubLogin.fail(new ServerException(logins.call().unanswered(), "down.")));
    Future<Token> renewing = threads.submit(() -> tokens.token(logins.call()));
    gate.reached();
    Future<Optional<Token>> refused = threads.submit(() -> tokens.inPlaceOf(first, logins.call()));
    gate.open();

    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ServerException.class);
    catchThrowable(() -> renewing.get(10, TimeUnit.SECONDS));
    logins.behaviour = () -> logins.loggedIn("fresh");
    assertThat(tokens.token(logins.call())).isEqualTo(Token.of("fresh"));
  }
}
