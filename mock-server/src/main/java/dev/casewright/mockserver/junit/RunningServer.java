package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A server that JUnit closes with the store that it is kept in. Thread-safe. */
// The older interface is the one that JUnit before 5.13 closes, which some frameworks still bring.
@SuppressWarnings("deprecation")
final class RunningServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private static final Namespace NAMESPACE = Namespace.create(RunningServer.class);
  private static final int LONGEST_PREFIX = 40;

  private final MockServer server;
  private final AtomicLong spaces = new AtomicLong();

  private RunningServer(MockServer server) {
    this.server = server;
  }

  /** The server of a plan, started now if it is the first to want it. */
  static RunningServer of(Plan plan, ExtensionContext keeper) {
    return keeper
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            plan.serverKey(),
            key -> new RunningServer(plan.settings().get().start()),
            RunningServer.class);
  }

  MockServer server() {
    return server;
  }

  /** A name that no other space of this server got from here, and that tells the class. */
  String newSpaceName(Class<?> testClass) {
    String letters = testClass.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String prefix = letters.substring(0, Math.min(letters.length(), LONGEST_PREFIX));
    return (prefix.isEmpty() ? "test" : prefix) + "-" + spaces.incrementAndGet();
  }

  @Override
  public void close() {
    server.close();
  }
}
