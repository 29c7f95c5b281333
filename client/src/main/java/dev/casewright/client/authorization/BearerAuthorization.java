package dev.casewright.client.authorization;

import dev.casewright.client.auth.Token;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallOptions;
import dev.casewright.client.call.RequestHeaders;
import dev.casewright.client.call.Status;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.time.Ticker;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends a bearer token with every request. When the server refuses the token, another is asked for
 * and the call repeated once, writes included, since a refused call was not carried out.
 *
 * <p>A refusal is 401, and 403 for a token that has not worked yet or is old: older hosts answer an
 * expired token so (Emedgene facts, no. 6). Otherwise, 403 is a missing permission. Thread-safe.
 */
public final class BearerAuthorization implements Client {
  /** Refusals of the request, which show that the token was accepted. */
  private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 404, 409, 422);

  private final Client next;
  private final Tokens tokens;
  private final Duration oldAfter;
  private final Ticker ticker;
  private final AtomicReference<TokenUse> lastUse = new AtomicReference<>();

  /**
   * Creates the decorator.
   *
   * @param next what sends the request
   * @param tokens where the tokens come from
   * @param oldAfter how long after it was first used a token is old
   * @param ticker tells how time passes
   */
  public BearerAuthorization(Client next, Tokens tokens, Duration oldAfter, Ticker ticker) {
    this.next = next;
    this.tokens = tokens;
    this.oldAfter = oldAfter;
    this.ticker = ticker;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = CallOptions.call(options);
    Token token = tokens.token(call);
    TokenUse use = useOf(token);
    Response answer = send(request, token, options);
    if (!use.isRefusedBy(answer.status())) {
      noteIfAccepted(answer, use);
      return answer;
    }
    noteRefusal(use);
    Optional<Token> other = otherThan(token, answer, call);
    if (other.isEmpty()) {
      return answer;
    }
    Util.ensureClosed(answer.body());
    TokenUse freshUse = useOf(other.get());
    answer = send(request, other.get(), options);
    if (answer.status() == 401) {
      noteRefusal(freshUse);
    } else if (answer.status() == 403) {
      // A fresh token that still gets 403 is good: what is missing is a permission.
      accept(freshUse);
    } else {
      noteIfAccepted(answer, freshUse);
    }
    return answer;
  }

  private Response send(Request request, Token token, Request.Options options) throws IOException {
    return next.execute(
        RequestHeaders.with(request, "Authorization", "Bearer " + token.value()), options);
  }

  private TokenUse useOf(Token token) {
    return lastUse.updateAndGet(
        last ->
            last != null && last.isOf(token)
                ? last
                : new TokenUse(token, Deadline.in(oldAfter, ticker)));
  }

  private void noteIfAccepted(Response answer, TokenUse use) {
    int status = answer.status();
    if (Status.isSuccess(status) || ABOUT_THE_REQUEST.contains(status)) {
      accept(use);
    }
  }

  private void accept(TokenUse use) {
    use.worked();
    tokens.accepted();
  }

  private void noteRefusal(TokenUse use) {
    if (use.isRefusedFromTheStart()) {
      tokens.refusedFromTheStart();
    }
  }

  private Optional<Token> otherThan(Token refused, Response answer, Call call) throws IOException {
    try {
      return tokens.inPlaceOf(refused, call);
    } catch (RuntimeException | IOException failure) {
      Util.ensureClosed(answer.body());
      throw failure;
    }
  }
}
