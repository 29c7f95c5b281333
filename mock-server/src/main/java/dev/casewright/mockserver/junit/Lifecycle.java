package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/** What happens when, for one plan. Immutable; what it starts is kept in JUnit's stores. */
final class Lifecycle {

  private final Plan plan;
  private final ExtensionContext keeper;

  /**
   * The life cycle of the tests of a plan.
   *
   * @param plan how they want to be run
   * @param keeper the context at whose end the server is closed
   */
  Lifecycle(Plan plan, ExtensionContext keeper) {
    this.plan = plan;
    this.keeper = keeper;
  }

  /** The server, started now if need be. */
  MockServer server() {
    return running().server();
  }

  /**
   * The space that counts at a point of the life cycle.
   *
   * @return the space; nothing if each test has its own and there is no test
   */
  Optional<MockSpace> space(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return Optional.of(test(context).space());
    }
    return plan.spacePer() == SpacePer.CLASS
        ? Optional.of(classSpace(context).space())
        : Optional.empty();
  }

  /** Begins the space of a class or the run of a test. */
  void begin(ExtensionContext context) {
    running();
    if (context.getTestMethod().isPresent()) {
      test(context);
    } else if (plan.spacePer() == SpacePer.CLASS) {
      classSpace(context);
    }
  }

  /**
   * Tells what the server saw if the test failed, and lets it fail if it has to.
   *
   * @throws AssertionError if it passed so far and must not
   */
  void end(ExtensionContext context) {
    TestRun run = test(context);
    Outcome outcome = new Outcome(run, plan.failOnFindings());
    Optional<Throwable> failure =
        context.getExecutionException().filter(thrown -> !(thrown instanceof TestAbortedException));
    if (failure.isPresent() || outcome.mustFail()) {
      outcome
          .explanation(nameOf(context), failure, context.getRequiredTestMethod())
          .ifPresent(System.err::println);
    }
    if (context.getExecutionException().isEmpty() && outcome.mustFail()) {
      throw new AssertionError(outcome.reason());
    }
  }

  private RunningServer running() {
    return RunningServer.of(plan, keeper);
  }

  private ClassSpace classSpace(ExtensionContext context) {
    return ClassSpace.of(plan, running(), keeper, Contexts.ofClass(context));
  }

  private TestRun test(ExtensionContext context) {
    return context
        .getStore(Namespace.create(TestRun.class, plan.spaceKey()))
        .getOrComputeIfAbsent(
            TestRun.class,
            key ->
                plan.spacePer() == SpacePer.CLASS
                    ? TestRun.inSpaceOfTheClass(running(), classSpace(context))
                    : TestRun.inSpaceOfItsOwn(running(), context.getRequiredTestClass()),
            TestRun.class);
  }

  /** Without the display name, which may hold parameters. */
  private static String nameOf(ExtensionContext context) {
    return context.getRequiredTestClass().getSimpleName()
        + "."
        + context.getRequiredTestMethod().getName();
  }
}
