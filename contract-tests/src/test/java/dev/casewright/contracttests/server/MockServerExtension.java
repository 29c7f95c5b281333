package dev.casewright.contracttests.server;

import dev.casewright.mockserver.MockServer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one mock server for all, and each test a space of its own on it.
 *
 * <p>Parameters of type {@link OpalTarget}, {@link EmedgeneTarget}, {@link MockControl} and {@link
 * MockServer} of test methods and of {@code @BeforeEach} methods are resolved; within one test they
 * belong to the same space.
 */
public final class MockServerExtension implements ParameterResolver, AfterEachCallback {

  /** A configuration parameter of JUnit: the requirement that the server breaks on purpose. */
  public static final String DEVIATE = "casewright.deviate";

  private static final Namespace NAMESPACE = Namespace.create(MockServerExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == OpalTarget.class
        || type == EmedgeneTarget.class
        || type == MockControl.class
        || type == MockServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SharedMock mock =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .getOrComputeIfAbsent(SharedMock.class, key -> new SharedMock(), SharedMock.class);
    context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            DEVIATE, key -> mock.breakOnly(context.getConfigurationParameter(DEVIATE)));
    Class<?> type = parameter.getParameter().getType();
    if (type == MockServer.class) {
      return mock.server;
    }
    Store ofTest = context.getStore(NAMESPACE);
    MockControl control =
        ofTest.getOrComputeIfAbsent(MockControl.class, key -> mock.freshSpace(), MockControl.class);
    if (type == MockControl.class) {
      return control;
    }
    return type == OpalTarget.class ? control.opal() : control.emedgene();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    MockControl control = context.getStore(NAMESPACE).get(MockControl.class, MockControl.class);
    if (control != null) {
      control.removeSpaces();
    }
  }

  /** The server of all test runs of a session, which closes it at the end. */
  private static final class SharedMock implements AutoCloseable {

    private final MockServer server = MockServer.builder().tokenKey(MockControl.TOKEN_KEY).start();
    private final MockAddresses addresses = new MockAddresses(server);
    private final AtomicInteger spaces = new AtomicInteger();

    Optional<String> breakOnly(Optional<String> requirement) {
      server.deviations().clear();
      requirement.ifPresent(server.deviations()::add);
      return requirement;
    }

    MockControl freshSpace() {
      return new MockControl(server, addresses, "t" + spaces.incrementAndGet());
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
