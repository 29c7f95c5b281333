package dev.casewright.conformance.cli;

import dev.casewright.conformance.baseline.Baseline;
import dev.casewright.conformance.baseline.Judgement;
import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.conformance.drift.DriftCollector;
import dev.casewright.conformance.ledger.FidelityLedger;
import dev.casewright.conformance.report.ConsoleTable;
import dev.casewright.conformance.report.Digests;
import dev.casewright.conformance.report.Reports;
import dev.casewright.conformance.report.RunFacts;
import dev.casewright.conformance.report.RunReport;
import dev.casewright.conformance.report.Section;
import dev.casewright.conformance.report.Terminal;
import dev.casewright.conformance.result.LeftBehind;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One run, with all that is told of it. */
final class Verification {

  private final Surroundings surroundings;
  private final ReportOptions options;

  Verification(Surroundings surroundings, ReportOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  /** Makes the checks, writes the reports, and gives all exit codes that apply. */
  Set<ExitCode> run(Suite suite, RunSettings settings) throws IOException {
    Baseline baseline = options.baseline();
    Optional<FidelityLedger> ledger = options.ledger(settings);
    Canaries canaries = suite.plantCanaries(settings);
    Progress progress = new Progress(surroundings);
    DriftCollector drift = new DriftCollector();
    Consumer<Exchange> watcher = progress.andThen(drift);
    RunResult run = suite.run(settings, ledger.map(watcher::andThen).orElse(watcher));
    progress.end();
    LocalDate today = run.end().atZone(ZoneOffset.UTC).toLocalDate();
    Judgement judgement = baseline.judge(run, ids(suite.requirements()), today);
    RunReport report =
        new RunReport(RunFacts.of(settings), run, sections(run, judgement), canaries);
    surroundings
        .out()
        .print(
            new ConsoleTable(Terminal.of(surroundings.terminal(), surroundings.environment()))
                .write(report));
    if (options.folder().isPresent()) {
      Path folder = options.folder().get();
      Reports.write(report, folder);
      DriftFiles.write(drift.report(), settings, canaries, today, folder);
    }
    ledger.ifPresent(each -> each.write(run, Digests.ofSuite()));
    Set<ExitCode> codes = Outcome.of(run, judgement.forgiven());
    if (judgement.isStale()) {
      codes.add(ExitCode.BASELINE_STALE);
    }
    return codes;
  }

  private static Set<String> ids(RequirementIndex requirements) {
    return requirements.all().stream().map(Requirement::id).collect(Collectors.toSet());
  }

  private static List<Section> sections(RunResult run, Judgement judgement) {
    List<Section> sections = new ArrayList<>();
    if (!run.leftBehind().isEmpty()) {
      sections.add(
          new Section(
              "left-behind",
              "Left behind on the target",
              List.of("The run made this and could not take it away again."),
              List.of("What", "Name", "Why"),
              run.leftBehind().stream().map(Verification::row).toList()));
    }
    if (judgement.isStale()) {
      sections.add(
          new Section(
              "baseline",
              "The baseline is stale",
              judgement.stale().stream().map(each -> each.reason()).toList(),
              List.of(),
              List.of()));
    }
    return sections;
  }

  private static List<String> row(LeftBehind each) {
    return List.of(each.kind(), each.name(), each.reason());
  }
}
