package dev.casewright.mockserver.route;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.check.AnswerParts;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the answers of the mock itself to one API before they leave. Thread-safe. */
public final class AnswerCheck {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);
  private static final int VIOLATIONS_TOLD = 5;

  private final ContractCheck check;
  private final ErrorShape errors;
  private final BreachCounter breaches;

  /**
   * A check of one API.
   *
   * @param check checks against its contract
   * @param errors how it words refusals
   * @param breaches counts answers that break the contract
   */
  public AnswerCheck(ContractCheck check, ErrorShape errors, BreachCounter breaches) {
    this.check = check;
    this.errors = errors;
    this.breaches = breaches;
  }

  /**
   * Lets an answer pass that fits the contract.
   *
   * @param operation the operation that was called
   * @param answer the answer
   * @return the same answer, or a 500 that says why it does not fit
   */
  public MockAnswer checked(Operation operation, MockAnswer answer) {
    return checked(operation, answer, List.of());
  }

  /**
   * Lets an answer pass that fits the contract but for some places that it may break on purpose.
   *
   * @param operation the operation that was called
   * @param answer the answer
   * @param mayBreak how the places begin that it need not fit, such as {@code status}
   * @return the same answer, or a 500 that says why it does not fit
   */
  public MockAnswer checked(Operation operation, MockAnswer answer, List<String> mayBreak) {
    List<Violation> violations =
        violations(operation, answer).stream()
            .filter(violation -> mayBreak.stream().noneMatch(violation.place()::startsWith))
            .toList();
    if (violations.isEmpty()) {
      return answer;
    }
    String what = list(violations);
    LOG.error("An answer {} of {} breaks the contract: {}.", answer.status(), operation.id(), what);
    return breach(
        "The mock server's own answer to "
            + operation.id()
            + " breaks the contract: "
            + what
            + ". This is a fault of the mock.");
  }

  /**
   * What an answer breaks.
   *
   * @param operation the operation that was called
   * @param answer the answer
   * @return the violations; empty if it fits the contract
   */
  public List<Violation> violations(Operation operation, MockAnswer answer) {
    Map<String, List<String>> headers =
        answer.headers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> List.of(header.getValue())));
    return check.answer(operation, new AnswerParts(answer.status(), headers, answer.body()));
  }

  MockAnswer breach(String text) {
    breaches.add();
    return errors.error(500, text);
  }

  static String list(List<Violation> violations) {
    String told =
        violations.stream()
            .limit(VIOLATIONS_TOLD)
            .map(Violation::toString)
            .collect(Collectors.joining("; "));
    int untold = violations.size() - VIOLATIONS_TOLD;
    return untold > 0 ? told + "; and " + untold + " more" : told;
  }
}
