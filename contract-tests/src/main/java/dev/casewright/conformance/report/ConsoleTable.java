package dev.casewright.conformance.report;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a run, for a terminal or a log: a table of the verdicts by group of requirements,
 * then each requirement that is not green. Plain ASCII; immutable.
 */
public final class ConsoleTable {

  private static final int COUNT_WIDTH = 9;
  private static final int NAME_WIDTH = 14;
  private static final Map<Verdict, String> COLOURS =
      Map.of(
          Verdict.PASS, "32",
          Verdict.FAIL, "31",
          Verdict.ERROR, "31",
          Verdict.WARN, "33",
          Verdict.SKIP, "36",
          Verdict.NOT_RUN, "35");

  private final Terminal terminal;

  /**
   * A table.
   *
   * @param terminal what it is written to
   */
  public ConsoleTable(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Writes the table.
   *
   * @param report what it tells
   * @return lines, with a line break at the end of each
   * @throws dev.casewright.conformance.canary.LeakException if it would hold what no report may
   *     hold
   */
  public String write(RunReport report) {
    List<String> lines = new ArrayList<>();
    groups(report, lines);
    for (Verdict verdict : Headline.WORST_FIRST) {
      details(report.with(verdict), verdict, lines);
    }
    report
        .result()
        .incomplete()
        .ifPresent(reason -> lines.addAll(wrapped("Incomplete: " + reason, 0)));
    for (Section section : report.sections()) {
      section(section, lines);
    }
    lines.addAll(wrapped(totals(report.counts()), 0));
    lines.addAll(wrapped(Headline.of(report) + ".", 0));
    String text = String.join("\n", lines) + "\n";
    report.canaries().requireNoneIn("the console", text);
    return text;
  }

  private void groups(RunReport report, List<String> lines) {
    List<Verdict> shown =
        Stream.of(Verdict.values()).filter(verdict -> report.counts().get(verdict) > 0).toList();
    if (terminal.columns() < NAME_WIDTH + COUNT_WIDTH * shown.size()) {
      return;
    }
    StringBuilder head = new StringBuilder(" ".repeat(NAME_WIDTH));
    shown.forEach(verdict -> head.append(right(verdict.toString())));
    lines.add(head.toString());
    for (Api api : report.facts().apis()) {
      Map<String, List<RequirementResult>> groups =
          report.of(api).stream()
              .collect(
                  Collectors.groupingBy(
                      ConsoleTable::groupOf, LinkedHashMap::new, Collectors.toList()));
      groups.forEach((group, results) -> lines.add(row(group, shown, results)));
    }
    lines.add("");
  }

  private String row(String group, List<Verdict> shown, List<RequirementResult> results) {
    StringBuilder row = new StringBuilder(group);
    row.append(" ".repeat(Math.max(0, NAME_WIDTH - group.length())));
    Map<Verdict, Integer> counts = RunReport.counts(results);
    for (Verdict verdict : shown) {
      int count = counts.get(verdict);
      String cell = right(count == 0 ? "." : String.valueOf(count));
      row.append(count == 0 ? cell : coloured(verdict, cell));
    }
    return row.toString();
  }

  private static String groupOf(RequirementResult result) {
    String id = result.requirement().id();
    return id.substring(0, id.lastIndexOf('-'));
  }

  private void details(List<RequirementResult> results, Verdict verdict, List<String> lines) {
    if (verdict == Verdict.SKIP) {
      skipped(results, lines);
      return;
    }
    for (RequirementResult result : results) {
      String name = coloured(verdict, verdict.toString().toUpperCase(Locale.ROOT));
      String evidence = " (" + result.requirement().evidence() + ")";
      lines.addAll(wrapped(name + " " + result.requirement().id() + evidence, 0));
      lines.addAll(wrapped(result.requirement().sentence(), 2));
      lines.addAll(wrapped(Texts.reason(result), 4));
      result.checks().stream()
          .filter(check -> check.outcome() == CheckOutcome.FAILED)
          .findFirst()
          .ifPresent(check -> failure(check, lines));
      lines.add("");
    }
  }

  /** Requirements that are skipped for one reason stand together. */
  private void skipped(List<RequirementResult> results, List<String> lines) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    results.forEach(
        each ->
            ids.computeIfAbsent(Texts.reason(each), reason -> new ArrayList<>())
                .add(each.requirement().id()));
    ids.forEach(
        (reason, skipped) -> {
          lines.addAll(
              wrapped(coloured(Verdict.SKIP, "SKIP") + " " + skipped.size() + ": " + reason, 0));
          lines.addAll(wrapped(String.join(" ", skipped), 2));
          lines.add("");
        });
  }

  private void failure(CheckResult check, List<String> lines) {
    lines.addAll(wrapped("at " + Texts.nameOf(check) + ", " + check.where(), 4));
    check.exchanges().stream()
        .skip(Math.max(0, check.exchanges().size() - 1))
        .forEach(
            last -> {
              lines.addAll(wrapped(firstLine(last.request()), 4));
              lines.addAll(wrapped(firstLine(last.answer()), 4));
            });
  }

  private void section(Section section, List<String> lines) {
    lines.addAll(wrapped(section.title(), 0));
    section.text().forEach(each -> lines.addAll(wrapped(each, 2)));
    section.rows().forEach(row -> lines.addAll(wrapped(String.join("  ", row), 2)));
    lines.add("");
  }

  private String totals(Map<Verdict, Integer> counts) {
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> coloured(each.getKey(), each.getValue() + " " + each.getKey()))
        .collect(Collectors.joining(", "));
  }

  private String coloured(Verdict verdict, String text) {
    return terminal.colours() ? "\u001b[" + COLOURS.get(verdict) + "m" + text + "\u001b[0m" : text;
  }

  private static String right(String text) {
    return " ".repeat(Math.max(0, COUNT_WIDTH - text.length())) + text;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** The text in lines that fit, its words whole where they can be. */
  private List<String> wrapped(String text, int indent) {
    return Wrap.lines(text, indent, terminal.columns());
  }
}
