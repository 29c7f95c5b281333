package dev.casewright.conformance.report;

/** The summary of the installation and operation qualification, to be printed and signed. */
final class QualificationSummary implements ReportWriter {

  @Override
  public String fileName() {
    return "casewright-qualification.md";
  }

  @Override
  public String write(RunReport report) {
    Markdown markdown = new Markdown();
    markdown.heading(1, Qualification.TITLE);
    markdown.paragraph(Qualification.PURPOSE);
    Qualification.sections(report).forEach(section -> markdown.section(2, section));
    return markdown.toString();
  }
}
