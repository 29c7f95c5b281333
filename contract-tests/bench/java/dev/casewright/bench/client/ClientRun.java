package dev.casewright.bench.client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the client with 1, 8 and 64 callers; one result file for each. */
public final class ClientRun {

  private static final List<Integer> CALLERS = List.of(1, 8, 64);

  private ClientRun() {}

  /**
   * Runs them.
   *
   * @param arguments the folder of the results, and {@code --quick} for short rounds
   * @throws Exception if a benchmark fails
   */
  public static void main(String[] arguments) throws Exception {
    Path results = Files.createDirectories(Path.of(arguments[0]));
    boolean quick = List.of(arguments).contains("--quick");
    try (Fixture fixture = Fixture.start()) {
      run(fixture.url(), results, quick);
    }
  }

  private static void run(URI url, Path results, boolean quick) throws Exception {
    for (int callers : CALLERS) {
      ChainedOptionsBuilder options = options(url, callers, quick);
      options
          .include("ClientBenchmark.(report|page)$")
          .param("client", "ours", "handwritten", "stock");
      run(options, results.resolve("json-" + callers + ".json"));
      // The stock client cannot read a PDF. Of 64 callers with 50 MB each, only the socket would be
      // measured.
      if (callers <= 8) {
        ChainedOptionsBuilder ofPdf = options(url, callers, quick);
        ofPdf.include("ClientBenchmark.pdf$").param("client", "ours", "handwritten");
        run(ofPdf, results.resolve("pdf-" + callers + ".json"));
      }
    }
  }

  private static ChainedOptionsBuilder options(URI url, int callers, boolean quick) {
    return new OptionsBuilder()
        .threads(callers)
        .forks(1)
        .warmupIterations(quick ? 1 : 3)
        .warmupTime(TimeValue.seconds(quick ? 2 : 3))
        .measurementIterations(quick ? 1 : 3)
        .measurementTime(TimeValue.seconds(quick ? 2 : 3))
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend(
            "-Xmx1g",
            "-D" + Fixture.URL + "=" + url,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
        .shouldFailOnError(true)
        .verbosity(VerboseMode.NORMAL)
        .resultFormat(ResultFormatType.JSON);
  }

  private static void run(ChainedOptionsBuilder options, Path result) throws Exception {
    new Runner(options.result(result.toString()).build()).run();
  }
}
