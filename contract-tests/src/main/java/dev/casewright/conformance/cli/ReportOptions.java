package dev.casewright.conformance.cli;

import dev.casewright.conformance.baseline.Baseline;
import dev.casewright.conformance.ledger.FidelityLedger;
import dev.casewright.conformance.run.RunSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What becomes of the verdicts. */
final class ReportOptions {

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description =
          "Write the reports there: a page, JSON, JUnit XML, Markdown, a qualification summary, and"
              + " the drift with a suggested patch of the contract.")
  private Path reportDir;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Known failures, which do not fail the run; an entry that is none any more does.")
  private Path baseline;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description =
          "The folder openapi of the repository: write there what was confirmed today. Never with"
              + " a mock server.")
  private Path ledger;

  Optional<Path> folder() {
    return Optional.ofNullable(reportDir);
  }

  Baseline baseline() {
    return baseline == null ? Baseline.empty() : Baseline.read(baseline);
  }

  Optional<FidelityLedger> ledger(RunSettings settings) {
    return Optional.ofNullable(ledger).map(folder -> new FidelityLedger(folder, settings));
  }
}
