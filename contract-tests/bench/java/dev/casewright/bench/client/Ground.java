package dev.casewright.bench.client;

import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One client and the fixture server, shared by all callers. */
@State(Scope.Benchmark)
public class Ground {

  /** Which client. */
  @Param({"ours", "handwritten", "stock"})
  public String client;

  private Fixture fixture;
  private Subject subject;

  /** For JMH. */
  public Ground() {}

  /**
   * Starts the fixture and the client.
   *
   * @throws IOException if the fixture does not start
   */
  @Setup(Level.Trial)
  public void start() throws IOException {
    fixture = Fixture.start();
    subject = Subject.named(client, fixture.url());
  }

  /** Ends the fixture. */
  @TearDown(Level.Trial)
  public void stop() {
    fixture.close();
  }

  Subject subject() {
    return subject;
  }
}
