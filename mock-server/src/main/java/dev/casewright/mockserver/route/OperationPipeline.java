package dev.casewright.mockserver.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.credentials.Gate;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.check.AnswerParts;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.RequestParts;
import dev.casewright.openapi.check.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way that every request to an operation of one API goes: credentials, contract, handler on
 * the state of the caller's space, and its answer checked against the contract before it leaves.
 */
public final class OperationPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(OperationPipeline.class);
  private static final int VIOLATIONS_TOLD = 5;

  private final ContractCheck check;
  private final Gate gate;
  private final ErrorShape errors;
  private final ViolationStatus violationStatus;
  private final HandlerTable handlers;
  private final Spaces spaces;
  private final BreachCounter breaches;

  /**
   * The way of one API.
   *
   * @param check checks against its contract
   * @param gate checks its credentials
   * @param errors how it words refusals
   * @param violationStatus which status a request gets that breaks the contract
   * @param handlers the handlers of its operations, and perhaps of others
   * @param spaces the state
   * @param breaches counts answers of ours that break the contract
   */
  public OperationPipeline(
      ContractCheck check,
      Gate gate,
      ErrorShape errors,
      ViolationStatus violationStatus,
      HandlerTable handlers,
      Spaces spaces,
      BreachCounter breaches) {
    this.check = check;
    this.gate = gate;
    this.errors = errors;
    this.violationStatus = violationStatus;
    this.handlers = handlers;
    this.spaces = spaces;
    this.breaches = breaches;
  }

  /**
   * Answers a request.
   *
   * @param operation the operation that it is for
   * @param request the request
   * @return an answer that fits the contract, or a 500 that says why it would not have
   */
  public MockAnswer answer(Operation operation, MockRequest request) {
    MockAnswer answer;
    try {
      answer = grant(operation, request);
    } catch (Refusal refusal) {
      answer = refusal.in(errors);
    } catch (RuntimeException failure) {
      // The message may hold what the request held, so only its kind is told.
      LOG.error("The handler of {} failed with {}.", operation.id(), failure.getClass().getName());
      breaches.add();
      return errors.error(
          500, "The mock server failed in " + operation.id() + ". This is a fault of the mock.");
    }
    return checked(operation, answer);
  }

  private MockAnswer grant(Operation operation, MockRequest request) {
    Optional<Caller> caller =
        operation.securitySchemes().isEmpty() ? Optional.empty() : Optional.of(gate.admit(request));
    Map<String, String> path =
        operation
            .path()
            .match(request.path())
            .orElseThrow(() -> new Refusal(400, "The path cannot be decoded. Encode it as UTF-8."));
    List<Violation> violations =
        check.request(
            operation, new RequestParts(path, request.query(), request.headers(), request.body()));
    if (!violations.isEmpty()) {
      throw new Refusal(violationStatus.of(operation, violations), told(operation, violations));
    }
    JsonNode body =
        operation.bodySchema().isPresent()
            ? Json.read(request.body()).orElse(MissingNode.getInstance())
            : MissingNode.getInstance();
    return handlers
        .handlerOf(operation.id())
        .handle(
            new Call(
                operation,
                path,
                request.query(),
                body,
                caller,
                caller.map(known -> spaces.of(known.space()))));
  }

  private MockAnswer checked(Operation operation, MockAnswer answer) {
    Map<String, List<String>> headers =
        answer.headers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> List.of(header.getValue())));
    List<Violation> violations =
        check.answer(operation, new AnswerParts(answer.status(), headers, answer.body()));
    if (violations.isEmpty()) {
      return answer;
    }
    breaches.add();
    String what = list(violations);
    LOG.error("An answer {} of {} breaks the contract: {}.", answer.status(), operation.id(), what);
    return errors.error(
        500,
        "The mock server's own answer to "
            + operation.id()
            + " breaks the contract: "
            + what
            + ". This is a fault of the mock.");
  }

  private static String told(Operation operation, List<Violation> violations) {
    return "The request does not fit the contract of "
        + operation.id()
        + ": "
        + list(violations)
        + ". Correct it and send it again.";
  }

  private static String list(List<Violation> violations) {
    String told =
        violations.stream()
            .limit(VIOLATIONS_TOLD)
            .map(Violation::toString)
            .collect(Collectors.joining("; "));
    int untold = violations.size() - VIOLATIONS_TOLD;
    return untold > 0 ? told + "; and " + untold + " more" : told;
  }
}
