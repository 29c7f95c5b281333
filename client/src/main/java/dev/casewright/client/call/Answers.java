package dev.casewright.client.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.StateConflictException;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns every answer that is not a success, and every failure of the connection, into an exception
 * of ours before Feign sees it. (For an answer that is a stream Feign would hand out an error as if
 * it were a success.) Thread-safe.
 */
final class Answers implements Client {
  /** What of an error's body is read, in bytes. */
  private static final int ENOUGH = 64 * 1024;

  private final Client next;
  private final OperationFacts facts;
  private final ObjectMapper mapper;
  private final Clock clock;

  Answers(Client next, OperationFacts facts, ObjectMapper mapper, Clock clock) {
    this.next = next;
    this.facts = facts;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = CallOptions.call(options);
    Response answer;
    try {
      answer = next.execute(request, options);
    } catch (IOException failure) {
      throw Failures.broken(call, failure);
    }
    if (Status.isSuccess(answer.status())) {
      return answer;
    }
    throw refusal(call, request, answer);
  }

  private CasewrightException refusal(Call call, Request request, Response answer) {
    int status = answer.status();
    CallDetails details = call.failed(OptionalInt.of(status), wordsOf(answer));
    if (facts.isAboutState(call.operation(), status)) {
      return new StateConflictException(details);
    }
    return switch (status) {
      case 401 -> AuthenticationException.refused(details);
      case 403 -> new PermissionException(details);
      case 404 -> new NotFoundException(details);
      case 409 -> new StateConflictException(details);
      case 429 -> rateLimited(details, AnswerHeaders.first(answer, "Retry-After"));
      case 301, 302, 303, 307, 308 ->
          new RedirectException(
              details, adviceFor(request), AnswerHeaders.first(answer, "Location"));
      default ->
          Status.isRefusal(status)
              ? new InvalidRequestException(details)
              : new ServerException(
                  details,
                  status >= 400
                      ? "the server failed. Try again later, or ask its operators."
                      : "the server answered with a status that the contract does not know.");
    };
  }

  private RateLimitedException rateLimited(CallDetails details, Optional<String> retryAfter) {
    return new RateLimitedException(
        details, retryAfter, RetryAfter.in(retryAfter, clock), clock.instant());
  }

  private static String adviceFor(Request request) {
    URI address = URI.create(request.url());
    if ("http".equals(address.getScheme())) {
      return "the server redirects what comes over plain http, and redirects are never followed."
          + " Use the https base URL, such as https://"
          + address.getHost()
          + ", and take the credentials for seen by others.";
    }
    return "the server answered with a redirect, and redirects are never followed, since the"
        + " credentials would go along. Use the base URL that the server redirects to, if you trust"
        + " it; location() holds the address.";
  }

  private Optional<String> wordsOf(Response answer) {
    if (answer.body() == null) {
      return Optional.empty();
    }
    try {
      byte[] start = answer.body().asInputStream().readNBytes(ENOUGH);
      String text = new String(start, StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(spoken(text));
    } catch (IOException lost) {
      // The status is what counts, and it has come.
      return Optional.empty();
    } finally {
      Util.ensureClosed(answer.body());
    }
  }

  /** Opal puts its words under "description", Emedgene under "message" or sends the bare text. */
  private String spoken(String text) {
    try {
      JsonNode body = mapper.readTree(text);
      if (body.isTextual()) {
        return body.textValue();
      }
      for (String name : List.of("description", "message")) {
        if (body.path(name).isTextual()) {
          return body.path(name).textValue();
        }
      }
      return text;
    } catch (JsonProcessingException notJson) {
      return text;
    }
  }
}
