package dev.casewright.conformance.check;

import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lets checks run within a run of the suite only, and gives them their target. */
final class CheckExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(CheckRun.class.getName());

  private static final RequirementIndex REQUIREMENTS = new RequirementIndex();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context
        .getTestMethod()
        .flatMap(method -> run(context).reasonToSkip(Check.of(method, REQUIREMENTS)))
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is against it"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == OpalTarget.class || type == EmedgeneTarget.class || type == TargetControl.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    TargetControl control =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                Stage.class,
                key -> run(context).begin(Check.of(method, REQUIREMENTS), context.getUniqueId()),
                Stage.class)
            .control();
    Class<?> type = parameter.getParameter().getType();
    if (type == TargetControl.class) {
      return control;
    }
    return type == OpalTarget.class ? control.opal() : control.emedgene();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Optional.ofNullable(context.getStore(NAMESPACE).remove(Stage.class, Stage.class))
        .ifPresent(Stage::close);
  }

  private static CheckRun run(ExtensionContext context) {
    Store store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    CheckRun run = store.get(CheckRun.class, CheckRun.class);
    if (run == null) {
      throw new IllegalStateException(
          "A check was started outside a run of the suite: start it with the runner.");
    }
    return run;
  }
}
