package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockSpace;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Where JUnit calls, for both ways to register the extension. */
abstract class MockExtension
    implements BeforeAllCallback,
        TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  abstract Lifecycle lifecycle(ExtensionContext context);

  /** So that the constructor of a class gets the space of the test that it is made for. */
  @Override
  public final ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    lifecycle(context).begin(context);
  }

  /** One instance for all tests is made before all else, by which frameworks start programs. */
  @Override
  public final void preConstructTestInstance(
      TestInstanceFactoryContext instance, ExtensionContext context) {
    beforeAll(Contexts.ofClass(context));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    lifecycle(context).begin(context);
  }

  @Override
  public final void afterEach(ExtensionContext context) {
    lifecycle(context).end(context);
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.of(parameter).isPresent();
  }

  @Override
  public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Lifecycle lifecycle = lifecycle(context);
    return Injection.of(parameter)
        .orElseThrow(() -> new ParameterResolutionException("There is no such parameter."))
        .value(lifecycle.server(), () -> spaceIn(lifecycle, context));
  }

  private static MockSpace spaceIn(Lifecycle lifecycle, ExtensionContext context) {
    return lifecycle
        .space(context)
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    "Each test has a space of its own, and here is no test. Take MockSpace,"
                        + " MockAccess and DemoCredentials in the test or in @BeforeEach, or have"
                        + " one space for the class with spacePer = SpacePer.CLASS."));
  }
}
