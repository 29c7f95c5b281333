package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Claim;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.MaskedExchange;
import dev.casewright.conformance.target.NoAnswerException;
import dev.casewright.openapi.Requirement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;

/** Hears from JUnit what came of the checks. Thread-safe. */
final class Results implements TestExecutionListener {

  private static final int MOST_SHOWN = 3;

  private final Run run;
  private final Map<Method, Check> checks;
  private final ConcurrentLinkedQueue<CheckResult> results = new ConcurrentLinkedQueue<>();

  Results(Run run, Map<Method, Check> checks) {
    this.run = run;
    this.checks = checks;
  }

  List<CheckResult> all() {
    return List.copyOf(results);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    checkOf(test).ifPresent(check -> add(check, test, CheckOutcome.SKIPPED, reason, ""));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Optional<Check> check = checkOf(test);
    Optional<Throwable> failure = result.getThrowable();
    if (check.isEmpty() || test.isContainer() && failure.isEmpty()) {
      return;
    }
    CheckOutcome outcome = failure.map(Results::outcomeOf).orElse(CheckOutcome.PASSED);
    add(
        check.get(),
        test,
        outcome,
        failure.map(each -> textOf(each, outcome)).orElse(""),
        failure.map(Results::whereOf).orElse(""));
  }

  private static CheckOutcome outcomeOf(Throwable failure) {
    if (failure instanceof BudgetSpentException) {
      return CheckOutcome.NOT_RUN;
    }
    if (failure instanceof TestAbortedException) {
      return CheckOutcome.SKIPPED;
    }
    return failure instanceof AssertionError || failure instanceof NoAnswerException
        ? CheckOutcome.FAILED
        : CheckOutcome.ERROR;
  }

  private static String textOf(Throwable failure, CheckOutcome outcome) {
    String message = String.valueOf(failure.getMessage());
    return outcome == CheckOutcome.ERROR
        ? failure.getClass().getSimpleName() + ": " + message
        : message;
  }

  /** The innermost line of a check. */
  private static String whereOf(Throwable failure) {
    for (StackTraceElement line : failure.getStackTrace()) {
      if (line.getClassName().endsWith("Checks")) {
        return line.getFileName() + ":" + line.getLineNumber();
      }
    }
    return "";
  }

  private void add(
      Check check, TestIdentifier test, CheckOutcome outcome, String text, String where) {
    List<Exchange> exchanges = run.takeExchangesOf(test.getUniqueId());
    String reason =
        text.isEmpty()
            ? ""
            : run.mask()
                .sentence(
                    check.api(),
                    check.name(),
                    text,
                    exchanges.stream().map(Exchange::message).toList());
    List<MaskedExchange> shown =
        outcome == CheckOutcome.FAILED || outcome == CheckOutcome.ERROR
            ? lastOf(exchanges).stream().map(this::masked).toList()
            : List.of();
    results.add(
        new CheckResult(
            check.name(), variantOf(test), idsOf(check, test), outcome, reason, where, shown));
  }

  /** What shows a failure stands at the end: a check asserts what it has just asked for. */
  private static List<Exchange> lastOf(List<Exchange> exchanges) {
    return exchanges.subList(Math.max(0, exchanges.size() - MOST_SHOWN), exchanges.size());
  }

  private MaskedExchange masked(Exchange exchange) {
    return run.mask()
        .exchange(exchange.api(), exchange.redirect(), exchange.message(), exchange.answer());
  }

  /** Of a check that is made for every operation, a variant verifies the claim of one. */
  private static List<String> idsOf(Check check, TestIdentifier test) {
    int variant = variantOf(test);
    return methodOf(test)
        .flatMap(Claim::of)
        .map(claims -> variant == 0 ? claims : List.of(claims.get(variant - 1)))
        .orElseGet(check::requirements)
        .stream()
        .map(Requirement::id)
        .toList();
  }

  private static int variantOf(TestIdentifier test) {
    var last = test.getUniqueIdObject().getLastSegment();
    return last.getType().equals("test-template-invocation")
        ? Integer.parseInt(last.getValue().substring(1))
        : 0;
  }

  private Optional<Check> checkOf(TestIdentifier test) {
    return methodOf(test).map(checks::get);
  }

  private static Optional<Method> methodOf(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(MethodSource::getJavaMethod);
  }
}
