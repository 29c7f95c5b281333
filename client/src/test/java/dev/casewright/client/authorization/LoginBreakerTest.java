package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.retry.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginBreakerTest {
  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger logins = new AtomicInteger();
  private Reply loginAnswer = Reply.json(401, "{\"message\": \"wrong\"}");
  private Reply callAnswer = Reply.json(200, "{}");
  private final FixtureServer server = FixtureServer.start(this::answer);
  private final EmedgeneClient client =
      Clients.loggingIn(server).retry(RetryPolicy.never()).time(time, time).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 422})
  void afterThreeRefusedLoginsNoMoreIsSentWhicheverWayTheyAreRefused(int status) {
    loginAnswer = Reply.json(status, "{\"message\": \"wrong\"}");
    callAndFail(3);

    AuthenticationException suspended =
        catchThrowableOfType(AuthenticationException.class, this::call);

    assertThat(logins).hasValue(3);
    assertThat(suspended)
        .hasMessageContaining("the last 3 logins")
        .hasMessageContaining("once more in 300 s")
        .hasMessageNotContaining("demo");
    assertThat(suspended.nextLoginIn()).contains(Duration.ofMinutes(5));
    assertThat(suspended.operation()).isEqualTo("getCandidates");
    assertThat(suspended.attempts()).isZero();
    assertThat(suspended.status()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bearer", "Bearer "})
  void aLoginThatGivesAnEmptyTokenIsARefusedOne(String token) {
    loginAnswer =
        Reply.json(200, "{\"access_token\": \"%s\", \"token_type\": \"bearer\"}".formatted(token));

    for (int index = 0; index < 4; index++) {
      assertThat(catchThrowableOfType(AuthenticationException.class, this::call)).isNotNull();
    }

    assertThat(logins).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 500, 503})
  void whatSaysNothingOfTheCredentialsDoesNotSuspendLogins(int status) {
    loginAnswer = Reply.json(status, "{}");

    callAndFail(6);

    assertThat(logins).hasValue(6);
  }

  @Test
  void neitherDoesAPageOfSomethingInFrontOfTheServer() {
    loginAnswer =
        Reply.of(
            200,
            Map.of("Content-Type", "text/html"),
            "<html>sign in</html>".getBytes(StandardCharsets.UTF_8));

    callAndFail(6);

    assertThat(logins).hasValue(6);
  }

  @Test
  void afterTheCoolDownThereIsOneLoginAndAfterItsRefusalTheTimeStartsAnew() {
    callAndFail(3);

    time.pass(Duration.ofMinutes(5));
    callAndFail(2);
    assertThat(logins).hasValue(4);

    time.pass(Duration.ofMinutes(4));
    callAndFail(1);
    assertThat(logins).hasValue(4);
  }

  @Test
  void aLoginThatIsAcceptedAfterTheCoolDownEndsTheSuspension() {
    callAndFail(3);
    time.pass(Duration.ofMinutes(5));
    loginAnswer = token();

    call();

    assertThat(logins).hasValue(4);
    callAnswer = Reply.json(401, "{}");
    loginAnswer = Reply.json(401, "{}");
    callAndFail(3);
    assertThat(logins).hasValue(7);
  }

  @Test
  void refusalsThatAreNotInARowDoNotSuspendLogins() {
    callAndFail(2);
    loginAnswer = token();
    call();
    callAnswer = Reply.json(401, "{}");
    loginAnswer = Reply.json(401, "{}");

    callAndFail(2);

    assertThat(logins).hasValue(5);
  }

  @Test
  void aStormOfRefusalsOfFreshTokensEndsInsteadOfLoggingInForEachCall() {
    loginAnswer = token();
    callAnswer = Reply.json(401, "{\"message\": \"no\"}");

    callAndFail(20);

    assertThat(logins).hasValue(3);
    assertThat(server.received()).hasSizeLessThanOrEqualTo(3 + 5);
  }

  @Test
  void limitsOfOnesOwnHold() {
    try (EmedgeneClient strict =
        Clients.loggingIn(server)
            .loginPolicy(LoginPolicy.defaults().withRefusals(1, Duration.ofHours(1)))
            .build()) {
      for (int call = 0; call < 3; call++) {
        catchThrowableOfType(AuthenticationException.class, () -> strict.getCandidates("EMG1"));
      }
    }
    assertThat(logins).hasValue(1);
  }

  private void call() {
    client.getCandidates("EMG000000001");
  }

  private void callAndFail(int times) {
    for (int index = 0; index < times; index++) {
      assertThat(catchThrowableOfType(CasewrightException.class, this::call)).isNotNull();
    }
  }

  private Reply answer(Received request) {
    if (request.path().contains("login")) {
      logins.incrementAndGet();
      return loginAnswer;
    }
    return callAnswer;
  }

  private Reply token() {
    return out ->
        Reply.json(
                200,
                "{\"access_token\": \"token-%d\", \"token_type\": \"bearer\"}"
                    .formatted(logins.get()))
            .write(out);
  }
}
