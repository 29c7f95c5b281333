package dev.casewright.client.auth;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends a bearer token with every request. When the server refuses the token, another is asked for
 * and the call repeated once, writes included, since a refused call was not carried out.
 *
 * <p>A refusal is 401, and 403 for a token that has not worked yet: older hosts answer an expired
 * token so (Emedgene facts, no. 6). For a token that has worked, 403 is a missing permission.
 * Thread-safe.
 */
public final class BearerAuthorization implements Client {
  private final Client next;
  private final TokenSource tokens;
  private volatile Token worked;

  /**
   * Creates the decorator.
   *
   * @param next what sends the request
   * @param tokens where the tokens come from
   */
  public BearerAuthorization(Client next, TokenSource tokens) {
    this.next = next;
    this.tokens = tokens;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Token token = tokens.token();
    Response answer = send(request, token, options);
    if (!isRefused(answer, token)) {
      worked = token;
      return answer;
    }
    Optional<Token> other = otherThan(token, answer);
    if (other.isEmpty()) {
      return answer;
    }
    Util.ensureClosed(answer.body());
    answer = send(request, other.get(), options);
    if (answer.status() != 401) {
      // A fresh token that still gets 403 is good: what is missing is a permission.
      worked = other.get();
    }
    return answer;
  }

  private Response send(Request request, Token token, Request.Options options) throws IOException {
    return next.execute(Headers.withAuthorization(request, "Bearer " + token.value()), options);
  }

  private boolean isRefused(Response answer, Token token) {
    return answer.status() == 401 || answer.status() == 403 && !token.equals(worked);
  }

  private Optional<Token> otherThan(Token refused, Response answer) {
    try {
      return tokens.inPlaceOf(refused);
    } catch (RuntimeException failure) {
      Util.ensureClosed(answer.body());
      throw failure;
    }
  }
}
