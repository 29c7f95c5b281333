package dev.casewright.conformance.report;

/** Writes a report in one format. Immutable. */
interface ReportWriter {

  /** The name of the file. */
  String fileName();

  /** The whole text of the file. */
  String write(RunReport report);
}
