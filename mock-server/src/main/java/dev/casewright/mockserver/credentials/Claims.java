package dev.casewright.mockserver.credentials;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.util.Optional;

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
   * @param operation the operation that it calls, if any
   * @param request the request
   * @return the name of a space; nothing if it has no credentials that name one
   */
  public static Optional<String> spaceOf(
      Api api, Optional<Operation> operation, MockRequest request) {
    if (isLogin(operation)) {
      return DemoAccounts.spaceOfEmedgene(member(request, "username"));
    }
    return switch (api) {
      case OPAL ->
          request.header("Authorization").stream()
              .flatMap(value -> OpalGate.loginOf(value).stream())
              .flatMap(login -> DemoAccounts.spaceOfOpal(login).stream())
              .findFirst();
      case EMEDGENE ->
          EmedgeneGate.tokensOf(request)
              .flatMap(token -> Tokens.spaceOf(token).stream())
              .findFirst();
    };
  }

  /**
   * Whether an operation takes its credentials from the body.
   *
   * @param operation the operation, if any
   * @return true for the logins of Emedgene, the only operations without a security scheme
   */
  public static boolean isLogin(Optional<Operation> operation) {
    return operation
        .filter(called -> called.securitySchemes().isEmpty() && called.bodySchema().isPresent())
        .isPresent();
  }

  /**
   * Whether a login names a user and his password.
   *
   * @param request a request to a login
   * @return true if it will be granted
   */
  public static boolean isGoodLogin(MockRequest request) {
    return DemoAccounts.emedgene(member(request, "username"), member(request, "password"))
        .isPresent();
  }

  private static String member(MockRequest request, String name) {
    return Json.read(request.body()).map(body -> body.path(name).asText()).orElse("");
  }
}
