package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The space of all tests of a class. Its name stays the same for the whole run. Thread-safe. */
final class ClassSpace {

  private static final Namespace NAMESPACE = Namespace.create(ClassSpace.class);

  private final MockServer server;
  private final String name;
  private final AtomicBoolean taken = new AtomicBoolean();

  private ClassSpace(MockServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * The space of a plan.
   *
   * @param keeper keeps its name
   * @param testClass the context of a class, at whose end the space is forgotten
   */
  static ClassSpace of(
      Plan plan, RunningServer running, ExtensionContext keeper, ExtensionContext testClass) {
    ClassSpace space =
        keeper
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                plan.spaceKey(),
                key ->
                    new ClassSpace(
                        running.server(), running.newSpaceName(testClass.getRequiredTestClass())),
                ClassSpace.class);
    testClass.getStore(NAMESPACE).getOrComputeIfAbsent(space, key -> new Stay(space), Stay.class);
    return space;
  }

  MockSpace space() {
    return server.space(name);
  }

  void take() {
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "Two tests at the same time want the one space of their class. Let them run one after"
              + " the other with @Execution(ExecutionMode.SAME_THREAD), or give each a space of its"
              + " own with SpacePer.TEST.");
    }
    space().reset();
  }

  void giveBack() {
    taken.set(false);
  }

  /** Ends with the class. */
  @SuppressWarnings("deprecation") // as RunningServer
  private record Stay(ClassSpace space)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
      space.space().remove();
    }
  }
}
