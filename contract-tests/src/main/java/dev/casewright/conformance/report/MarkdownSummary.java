package dev.casewright.conformance.report;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.MaskedExchange;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A summary for the page of a CI job: counts, then what is not green. */
final class MarkdownSummary implements ReportWriter {

  private static final int MOST_FAILURES = 50;

  @Override
  public String fileName() {
    return "casewright-summary.md";
  }

  @Override
  public String write(RunReport report) {
    Markdown markdown = new Markdown();
    markdown.heading(2, Headline.of(report));
    markdown.paragraph(
        Names.of(report.facts().apis())
            + ", "
            + report.facts().target()
            + ", "
            + report.result().requests()
            + " requests, "
            + Texts.time(report.result().end()));
    markdown.table(
        Stream.of(Verdict.values()).map(Verdict::toString).toList(),
        List.of(report.counts().values().stream().map(String::valueOf).toList()));
    report
        .result()
        .incomplete()
        .ifPresent(reason -> markdown.paragraph("The run is incomplete: " + reason));
    for (Verdict verdict : Headline.WORST_FIRST) {
      table(report.with(verdict), verdict, markdown);
    }
    report.with(Verdict.FAIL).stream()
        .limit(MOST_FAILURES)
        .forEach(each -> details(each, markdown));
    report.sections().forEach(section -> markdown.section(3, section));
    return markdown.toString();
  }

  private static void table(List<RequirementResult> results, Verdict verdict, Markdown markdown) {
    if (results.isEmpty()) {
      return;
    }
    markdown.heading(3, Headline.title(verdict) + " (" + results.size() + ")");
    markdown.table(
        List.of("Requirement", "Sentence", "Evidence", "Reason"),
        results.stream()
            .map(
                each ->
                    List.of(
                        each.requirement().id(),
                        each.requirement().sentence(),
                        each.requirement().evidence().toString(),
                        Texts.reason(each)))
            .toList());
  }

  private static void details(RequirementResult result, Markdown markdown) {
    for (CheckResult check : result.checks()) {
      if (check.outcome() == CheckOutcome.FAILED && !check.exchanges().isEmpty()) {
        MaskedExchange last = check.exchanges().get(check.exchanges().size() - 1);
        markdown.folded(
            result.requirement().id() + ": " + Texts.nameOf(check),
            () -> markdown.code(last.request() + "\n\n" + last.answer() + "\n\n" + last.curl()));
        return;
      }
    }
  }
}
