package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.client.auth.Token;
import dev.casewright.client.authorization.Credentials;
import dev.casewright.client.authorization.LoggedIn;
import dev.casewright.client.authorization.LoginCall;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.Wire;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.emedgene.model.LoginRequest;
import dev.casewright.client.emedgene.wire.AuthenticationApi;
import dev.casewright.client.json.WireObject;
import java.time.Duration;
import java.util.Optional;

/** Logs in with user name and password (Emedgene facts, 1.2). Thread-safe. */
final class Login implements LoginCall {
  /**
   * The name that OAuth has for the lifetime in seconds (RFC 6749, 5.1). No answer of this server
   * with it has been seen; that it would mean the same here is inferred.
   */
  private static final String LIFETIME = "expires_in";

  private final Wire withoutToken;
  private final Credentials credentials;
  private final boolean older;

  Login(Wire withoutToken, Credentials credentials, boolean older) {
    this.withoutToken = withoutToken;
    this.credentials = credentials;
    this.older = older;
  }

  @Override
  public LoggedIn logIn(Call caller, Duration longest) {
    AuthenticationApi api =
        withoutToken
            .within(() -> longest)
            .of(AuthenticationApi.class, new LoginAnswers(withoutToken.decoder()));
    LoginRequest request =
        credentials.use(
            caller,
            (username, password) ->
                LoginRequest.builder().username(username).password(new String(password)).build());
    return loggedIn(older ? api.loginV1(request) : api.login(request));
  }

  @Override
  public void clear() {
    credentials.clear();
  }

  private static LoggedIn loggedIn(WireObject answer) {
    return new LoggedIn(Token.of(LoginAnswers.tokenIn(answer)), lifetimeIn(answer));
  }

  private static Optional<Duration> lifetimeIn(WireObject answer) {
    return Optional.ofNullable(answer.additionalFields().get(LIFETIME))
        .filter(JsonNode::canConvertToLong)
        .map(JsonNode::longValue)
        .filter(seconds -> seconds > 0)
        .map(seconds -> Duration.ofSeconds(Math.min(seconds, Deadline.LONGEST.toSeconds())));
  }
}
