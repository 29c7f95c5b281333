package dev.casewright.bench.client;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The three calls; the time is that of one call as its caller sees it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClientBenchmark {

  /** For JMH. */
  public ClientBenchmark() {}

  /**
   * Reads one report.
   *
   * @param ground the client
   * @return the report
   * @throws Exception if it fails
   */
  @Benchmark
  public Object report(Ground ground) throws Exception {
    return ground.subject().report();
  }

  /**
   * Reads a page of 100 reports.
   *
   * @param ground the client
   * @return the page
   * @throws Exception if it fails
   */
  @Benchmark
  public Object page(Ground ground) throws Exception {
    return ground.subject().page();
  }

  /**
   * Reads a PDF of 50 MB.
   *
   * @param ground the client
   * @return its size
   * @throws Exception if it fails
   */
  @Benchmark
  public long pdf(Ground ground) throws Exception {
    long size = ground.subject().pdf();
    if (size != FixtureServer.PDF_BYTES) {
      throw new IllegalStateException("The PDF has " + size + " bytes.");
    }
    return size;
  }
}
