package dev.casewright.mockserver;

import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Foresight;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.Spaces;
import java.util.List;
import java.util.Set;

/**
 * A mock server with what the proof of the suite needs beyond its public API. For one thread at a
 * time.
 */
public final class ProofServer implements AutoCloseable {

  private final MockServer server;

  private ProofServer(MockServer server) {
    this.server = server;
  }

  /** Starts a server. */
  public static ProofServer start() {
    // Nothing goes on while a slow machine looks at it: what checks want to go on, they ask for.
    return new ProofServer(
        MockServer.builder()
            .plainHttpPort(0)
            .progress(ProgressPolicy.never())
            .withForesight()
            .start());
  }

  /** The server. */
  public MockServer server() {
    return server;
  }

  /** All deviations. */
  public List<Deviation> deviations() {
    return server.assembly().deviations().registry().all();
  }

  /** Lets nothing be left of what was done so far. */
  public void restart() {
    server.deviations().clear();
    foresight().stop();
    Spaces spaces = server.assembly().spaces();
    spaces.names().forEach(spaces::remove);
  }

  /** Looks from now on which deviations would change something. */
  public void foresee() {
    foresight().start();
  }

  /** The requirements whose deviations would have changed something since. */
  public Set<String> foreseen() {
    return foresight().found();
  }

  private Foresight foresight() {
    return server.assembly().foresight().orElseThrow();
  }

  @Override
  public void close() {
    server.close();
  }
}
