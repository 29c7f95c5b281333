package dev.casewright.client.emedgene;

import dev.casewright.client.auth.LoginTokenSource;
import dev.casewright.client.auth.Token;
import dev.casewright.client.auth.TokenSource;
import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.model.LoginRequest;
import dev.casewright.client.emedgene.wire.AuthenticationApi;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.DecodeException;
import java.util.Optional;

/** Logs in with user name and password (Emedgene facts, 1.2). */
final class Login {
  private static final String SCHEME = "Bearer ";

  private final AuthenticationApi api;
  private final LoginRequest request;
  private final boolean older;

  Login(Wire withoutToken, String username, String password, boolean older) {
    this.api = withoutToken.of(AuthenticationApi.class);
    this.request = LoginRequest.builder().username(username).password(password).build();
    this.older = older;
  }

  TokenSource tokens() {
    return new LoginTokenSource(this::logIn);
  }

  private Token logIn() {
    try {
      return Token.of(
          older
              ? withoutScheme(api.loginV1(request).authorization())
              : api.login(request).accessToken());
    } catch (DecodeException noToken) {
      // A refused login is known to answer with JSON without a token; with which status is not.
      throw new AuthenticationException(
          new CallDetails(
              noToken.operation(),
              noToken.status(),
              noToken.correlationId(),
              noToken.attempts(),
              noToken.elapsed(),
              false,
              Optional.empty()));
    }
  }

  private static String withoutScheme(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : header;
  }
}
