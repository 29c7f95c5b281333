package dev.casewright.mockserver.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The extension behind {@link CasewrightMock}. */
final class AnnotatedMock extends MockExtension {

  /** Called by JUnit. */
  AnnotatedMock() {}

  @Override
  Lifecycle lifecycle(ExtensionContext context) {
    return Contexts.classes(context).stream()
        .map(each -> each.getRequiredTestClass())
        .map(AnnotatedMock::plan)
        .flatMap(Optional::stream)
        .findFirst()
        .map(plan -> new Lifecycle(plan, context.getRoot()))
        .orElseThrow(
            () -> new IllegalStateException("No class here has @CasewrightMock. Put it on one."));
  }

  private static Optional<Plan> plan(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, CasewrightMock.class)
        .map(
            annotation -> {
              ServerSettings settings = ServerSettings.of(annotation);
              return new Plan(
                  settings,
                  settings::builder,
                  annotation.spacePer(),
                  testClass,
                  annotation.failOnFindings());
            });
  }
}
