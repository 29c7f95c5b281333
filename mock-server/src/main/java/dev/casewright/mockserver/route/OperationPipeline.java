package dev.casewright.mockserver.route;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.credentials.Gate;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.RequestParts;
import dev.casewright.openapi.check.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way that every request to an operation of one API goes: credentials, contract, handler on
 * the state of the caller's space, and its answer checked against the contract before it leaves.
 */
public final class OperationPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(OperationPipeline.class);

  private final ContractCheck check;
  private final Gate gate;
  private final ErrorShape errors;
  private final ViolationStatus violationStatus;
  private final HandlerTable handlers;
  private final Spaces spaces;
  private final AnswerCheck answers;

  /**
   * The way of one API.
   *
   * @param check checks against its contract
   * @param gate checks its credentials
   * @param errors how it words refusals
   * @param violationStatus which status a request gets that breaks the contract
   * @param handlers the handlers of its operations, and perhaps of others
   * @param spaces the state
   * @param answers checks the answers
   */
  public OperationPipeline(
      ContractCheck check,
      Gate gate,
      ErrorShape errors,
      ViolationStatus violationStatus,
      HandlerTable handlers,
      Spaces spaces,
      AnswerCheck answers) {
    this.check = check;
    this.gate = gate;
    this.errors = errors;
    this.violationStatus = violationStatus;
    this.handlers = handlers;
    this.spaces = spaces;
    this.answers = answers;
  }

  /**
   * Answers a request.
   *
   * @param operation the operation that it is for
   * @param request the request
   * @return an answer that fits the contract, or a 500 that says why it would not have
   */
  public MockAnswer answer(Operation operation, MockRequest request) {
    Trace trace = new Trace();
    MockAnswer answer;
    try {
      answer = grant(operation, request, trace);
    } catch (Refusal refusal) {
      trace.refusedBy(refusal.requirements());
      trace.because(refusal.getMessage());
      answer = refusal.in(errors);
    } catch (RuntimeException failure) {
      // The message may hold what the request held, so only its kind is told.
      LOG.error("The handler of {} failed with {}.", operation.id(), failure.getClass().getName());
      return answers.breach(
          "The mock server failed in " + operation.id() + ". This is a fault of the mock.");
    }
    MockAnswer checked = answers.checked(operation, answer);
    trace.check("answer", List.of(checked == answer ? "ok" : "breaks the contract"));
    return checked.withTrace(trace);
  }

  private MockAnswer grant(Operation operation, MockRequest request, Trace trace) {
    trace.check(
        "credentials", List.of(operation.securitySchemes().isEmpty() ? "not needed" : "refused"));
    Optional<Caller> caller =
        operation.securitySchemes().isEmpty() ? Optional.empty() : Optional.of(gate.admit(request));
    caller.ifPresent(known -> trace.check("credentials", List.of("ok")));
    Map<String, String> path =
        operation
            .path()
            .match(request.path())
            .orElseThrow(() -> new Refusal(400, "The path cannot be decoded. Encode it as UTF-8."));
    List<Violation> violations =
        check.request(
            operation, new RequestParts(path, request.query(), request.headers(), request.body()));
    trace.contract(placesAndKinds(violations));
    if (!violations.isEmpty()) {
      throw new Refusal(
          violationStatus.of(operation, violations),
          told(operation, violations),
          ViolationRequirements.of(operation, request, violations));
    }
    long unknown = unknownParameters(operation, request);
    if (unknown > 0) {
      trace.check(
          "query",
          List.of(
              unknown
                  + (unknown == 1 ? " unknown parameter" : " unknown parameters")
                  + " ignored"));
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
                caller.map(known -> spaceOf(known, request)),
                trace));
  }

  private static long unknownParameters(Operation operation, MockRequest request) {
    return request.query().keySet().stream()
        .filter(
            name ->
                operation.parameters(Parameter.Place.QUERY).stream()
                    .noneMatch(known -> known.name().equals(name)))
        .count();
  }

  private Space spaceOf(Caller caller, MockRequest request) {
    Space space = spaces.of(caller.space());
    return request.rehearsal() ? space.copy() : space;
  }

  private static List<String> placesAndKinds(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.place() + ": " + violation.kind().name().toLowerCase(ROOT))
        .toList();
  }

  private static String told(Operation operation, List<Violation> violations) {
    return "The request does not fit the contract of "
        + operation.id()
        + ": "
        + AnswerCheck.list(violations)
        + ". Correct it and send it again.";
  }
}
