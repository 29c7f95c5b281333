package dev.casewright.mockserver.credentials;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Api;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which space a request says it is of, whether its credentials are good or not. It decides nothing
 * about access: only whose settings a refused request goes by.
 */
public final class Claims {

  private Claims() {}

  /**
   * The space that the credentials of a request name.
   *
   * @param api the API that the request is for
   * @param request the request
   * @return the name of a space; nothing if it has no credentials that name one
   */
  public static Optional<String> spaceOf(Api api, MockRequest request) {
    return switch (api) {
      case OPAL ->
          request.header("Authorization").stream()
              .flatMap(value -> OpalGate.loginOf(value).stream())
              .flatMap(login -> DemoAccounts.spaceOfOpal(login).stream())
              .findFirst();
      case EMEDGENE ->
          Stream.concat(
                  EmedgeneGate.tokensOf(request).flatMap(token -> Tokens.spaceOf(token).stream()),
                  usernameIn(request).flatMap(DemoAccounts::spaceOfEmedgene).stream())
              .findFirst();
    };
  }

  /**
   * The tokens that a request brings, whether they are good or not.
   *
   * @param request a request to Emedgene
   * @return the tokens without their scheme; empty if there are none
   */
  public static List<String> tokensOf(MockRequest request) {
    return EmedgeneGate.tokensOf(request).toList();
  }

  private static Optional<String> usernameIn(MockRequest request) {
    boolean login = request.path().contains("/auth/");
    return login
        ? Json.read(request.body()).map(body -> body.path("username").asText())
        : Optional.empty();
  }
}
