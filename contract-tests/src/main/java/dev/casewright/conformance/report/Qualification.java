package dev.casewright.conformance.report;

import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the summary of the installation and operation qualification. */
final class Qualification {

  static final String TITLE = "Installation and operation qualification summary";

  static final String PURPOSE =
      "This summary supports a laboratory's own validation, as CAP, ISO 15189 or the IVDR ask for."
          + " It is no certificate: it says what this suite checked on this server at this time, and"
          + " what it did not. Whether that is enough for the intended use is the laboratory's"
          + " decision.";

  private Qualification() {}

  static List<Section> sections(RunReport report) {
    return List.of(
        installation(report), operation(report), findings(report), notTested(report), signatures());
  }

  private static Section installation(RunReport report) {
    RunFacts facts = report.facts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Suite", "Casewright conformance " + facts.suiteVersion()));
    rows.add(List.of("Suite, SHA-256", facts.suiteDigest()));
    facts
        .contractDigests()
        .forEach((name, digest) -> rows.add(List.of("Contract " + name + ", SHA-256", digest)));
    rows.add(List.of("Java platform", facts.jdk()));
    rows.add(List.of("Operating system", facts.operatingSystem()));
    rows.add(List.of("Target", facts.target().toString()));
    return new Section(
        "installation", "Installation: what was used", List.of(), List.of("Item", "Value"), rows);
  }

  private static Section operation(RunReport report) {
    RunFacts facts = report.facts();
    List<String> text = new ArrayList<>();
    text.add(
        "Run from "
            + Texts.time(report.result().start())
            + " to "
            + Texts.time(report.result().end())
            + " with "
            + report.result().requests()
            + " requests. Effects allowed: up to "
            + facts.effects()
            + ". Probes allowed beyond this machine: "
            + (facts.probes().isEmpty()
                ? "none"
                : facts.probes().stream().map(String::valueOf).collect(Collectors.joining(", ")))
            + ". A warning "
            + (facts.strict() ? "counts as a failure." : "does not count as a failure."));
    report.result().incomplete().ifPresent(reason -> text.add("The run is incomplete: " + reason));
    List<String> columns = new ArrayList<>(List.of("API"));
    Stream.of(Verdict.values()).map(Verdict::toString).forEach(columns::add);
    columns.add("all");
    List<List<String>> rows = new ArrayList<>();
    for (Api api : facts.apis()) {
      rows.add(row(Names.of(api), report.of(api)));
    }
    rows.add(row("Both together", report.result().requirements()));
    return new Section("operation", "Operation: what came of it", text, columns, rows);
  }

  private static List<String> row(String name, List<RequirementResult> results) {
    List<String> row = new ArrayList<>(List.of(name));
    RunReport.counts(results).values().forEach(count -> row.add(String.valueOf(count)));
    row.add(String.valueOf(results.size()));
    return row;
  }

  private static Section findings(RunReport report) {
    List<List<String>> rows =
        Stream.of(Verdict.FAIL, Verdict.ERROR, Verdict.WARN)
            .flatMap(verdict -> report.with(verdict).stream())
            .map(
                each ->
                    List.of(
                        each.verdict().toString(),
                        each.requirement().id(),
                        each.requirement().sentence(),
                        each.requirement().evidence().toString()))
            .toList();
    return new Section(
        "findings",
        "Findings",
        List.of(
            rows.isEmpty()
                ? "No requirement failed, and none gave a warning."
                : "A warning is about a sentence that no source of the vendor states."),
        rows.isEmpty() ? List.of() : List.of("Verdict", "Requirement", "Sentence", "Evidence"),
        rows);
  }

  private static Section notTested(RunReport report) {
    Map<String, List<String>> idsByReason = new LinkedHashMap<>();
    Stream.of(Verdict.SKIP, Verdict.NOT_RUN)
        .flatMap(verdict -> report.with(verdict).stream())
        .forEach(each -> add(idsByReason, Texts.reason(each), each.requirement()));
    Set<String> reported =
        report.result().requirements().stream()
            .map(each -> each.requirement().id())
            .collect(Collectors.toSet());
    RequirementIndex all = new RequirementIndex();
    for (Requirement requirement : all.all()) {
      if (!reported.contains(requirement.id())) {
        add(idsByReason, reasonLeftOut(requirement, all.apiOf(requirement), report), requirement);
      }
    }
    List<List<String>> rows =
        idsByReason.entrySet().stream()
            .map(
                each ->
                    List.of(
                        each.getKey(),
                        String.valueOf(each.getValue().size()),
                        String.join(", ", each.getValue())))
            .toList();
    return new Section(
        "not-tested",
        "Not tested, and why",
        rows.isEmpty() ? List.of("Every requirement was tested.") : List.of(),
        rows.isEmpty() ? List.of() : List.of("Reason", "Number", "Requirements"),
        rows);
  }

  private static String reasonLeftOut(Requirement requirement, Api api, RunReport report) {
    return report.facts().apis().contains(api)
        ? requirement.reasonUntestable().orElse("Outside of what this run was asked to check.")
        : "The " + Names.of(api) + " API was not part of this run.";
  }

  private static void add(
      Map<String, List<String>> idsByReason, String reason, Requirement requirement) {
    idsByReason.computeIfAbsent(reason, each -> new ArrayList<>()).add(requirement.id());
  }

  private static Section signatures() {
    return new Section(
        "signatures",
        "Signatures",
        List.of(),
        List.of("Role", "Name", "Signature", "Date"),
        Stream.of("Performed by", "Reviewed by", "Approved by")
            .map(role -> List.of(role, "", "", ""))
            .toList());
  }
}
