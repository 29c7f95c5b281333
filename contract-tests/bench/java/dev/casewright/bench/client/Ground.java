package dev.casewright.bench.client;

import java.net.URI;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One client, shared by all callers. */
@State(Scope.Benchmark)
public class Ground {

  /** Which client. */
  @Param({"ours", "handwritten", "stock"})
  public String client;

  private Subject subject;

  /** For JMH. */
  public Ground() {}

  /** Builds the client. */
  @Setup(Level.Trial)
  public void build() {
    subject = Subject.named(client, URI.create(System.getProperty(Fixture.URL)));
  }

  Subject subject() {
    return subject;
  }
}
