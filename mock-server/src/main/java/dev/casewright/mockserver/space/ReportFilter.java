package dev.casewright.mockserver.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A query parameter that the list of reports is narrowed by. */
public enum ReportFilter {
  /** The kind of test; equal texts. */
  REPORT_TYPE("report_type", false, false, ReportContent::testType),
  /** The status; equal texts. */
  REPORT_STATUS("report_status", false, false, ReportContent::status),
  /** The accession; finds a part. */
  ACCESSION("accession_id", true, false, ReportContent::accessionId),
  /** The external id of the genome; finds a part. */
  EXTERNAL_ID("external_id", true, true, ReportContent::externalId),
  /** The name of the genome; finds a part. */
  GENOME_NAME("genome_name", true, true, ReportContent::genomeName),
  /** The id of the genome; equal numbers. */
  GENOME("genome_id", false, true, content -> Long.toString(content.genomeId()));

  private final String parameter;
  private final boolean findsParts;
  private final boolean ofGenome;
  private final Function<ReportContent, String> value;

  ReportFilter(
      String parameter,
      boolean findsParts,
      boolean ofGenome,
      Function<ReportContent, String> value) {
    this.parameter = parameter;
    this.findsParts = findsParts;
    this.ofGenome = ofGenome;
    this.value = value;
  }

  /**
   * The filters that find a part of a text, by their parameters.
   *
   * @return the names
   */
  public static List<String> textParameters() {
    return Arrays.stream(values())
        .filter(ReportFilter::findsParts)
        .map(ReportFilter::parameter)
        .toList();
  }

  /**
   * All filters, by their parameters.
   *
   * @return the names
   */
  public static List<String> parameters() {
    return Arrays.stream(values()).map(ReportFilter::parameter).toList();
  }

  /**
   * The query parameter.
   *
   * @return its name
   */
  public String parameter() {
    return parameter;
  }

  /**
   * Whether it finds a part of a text, instead of comparing whole values.
   *
   * @return true if a part is enough
   */
  public boolean findsParts() {
    return findsParts;
  }

  /**
   * What it looks at.
   *
   * @param report a report
   * @return the value of the report, as text; empty if the report has none
   */
  public Optional<String> of(Report report) {
    return Optional.ofNullable(value.apply(report.content())).filter(text -> isTold(report));
  }

  /**
   * Whether the value of a report is one that is looked for. A search asks this of every report, so
   * the value comes first: most do not fit, and then nothing else of the report is computed.
   *
   * @param report a report
   * @param wanted what is looked for
   * @return false also if the report has no value
   */
  boolean fits(Report report, Predicate<String> wanted) {
    String text = value.apply(report.content());
    return text != null && wanted.test(text) && isTold(report);
  }

  private boolean isTold(Report report) {
    return !ofGenome || report.hasGenome();
  }
}
