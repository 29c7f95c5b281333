package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One test, from the first that it wants of the server to its end. Thread-safe. */
@SuppressWarnings("deprecation") // as RunningServer
final class TestRun implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private final MockServer server;
  private final Supplier<MockSpace> enter;
  private final Consumer<MockSpace> leave;
  private final long breachesBefore;
  private final List<JournalEntry> elsewhereBefore;
  private Optional<MockSpace> space = Optional.empty();

  private TestRun(MockServer server, Supplier<MockSpace> enter, Consumer<MockSpace> leave) {
    this.server = server;
    this.enter = enter;
    this.leave = leave;
    this.breachesBefore = server.contractBreaches();
    this.elsewhereBefore = server.space().exchanges().last(1);
  }

  /** A test with a space that is made when it is first asked for, and forgotten at the end. */
  static TestRun inSpaceOfItsOwn(RunningServer running, Class<?> testClass) {
    MockServer server = running.server();
    return new TestRun(
        server, () -> server.space(running.newSpaceName(testClass)), MockSpace::remove);
  }

  /** A test in the space of its class, which is as new when it begins. */
  static TestRun inSpaceOfTheClass(RunningServer running, ClassSpace shared) {
    shared.take();
    TestRun run = new TestRun(running.server(), shared::space, space -> shared.giveBack());
    run.space();
    return run;
  }

  synchronized MockSpace space() {
    if (space.isEmpty()) {
      space = Optional.of(enter.get());
    }
    return space.get();
  }

  /** The space, unless the test never asked for it. */
  synchronized Optional<MockSpace> usedSpace() {
    return space;
  }

  /** How many answers of the server broke its contract since the test began. */
  long breaches() {
    return server.contractBreaches() - breachesBefore;
  }

  /**
   * What went by the default space since the test began, the latest first: no test has it, so that
   * it is for requests whose credentials name none or are those of nobody in particular.
   */
  List<JournalEntry> elsewhere() {
    return server.space().exchanges().all().stream()
        .takeWhile(entry -> !elsewhereBefore.contains(entry))
        .toList();
  }

  @Override
  public void close() {
    usedSpace().ifPresent(leave);
  }
}
