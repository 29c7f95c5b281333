package dev.casewright.mockserver.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A query parameter that the list of reports is narrowed by. */
public enum ReportFilter {
  /** The kind of test; equal texts. */
  REPORT_TYPE("report_type", false, report -> Optional.of(report.testType())),
  /** The status; equal texts. */
  REPORT_STATUS("report_status", false, report -> Optional.of(report.status())),
  /** The accession; finds a part. */
  ACCESSION("accession_id", true, report -> Optional.of(report.accessionId())),
  /** The external id of the genome; finds a part. */
  EXTERNAL_ID("external_id", true, report -> genome(report).map(Genome::externalId)),
  /** The name of the genome; finds a part. */
  GENOME_NAME("genome_name", true, report -> genome(report).map(Genome::name)),
  /** The id of the genome; equal numbers. */
  GENOME("genome_id", false, report -> genome(report).map(genome -> Long.toString(genome.id())));

  private final String parameter;
  private final boolean findsParts;
  private final Function<Report, Optional<String>> value;

  ReportFilter(String parameter, boolean findsParts, Function<Report, Optional<String>> value) {
    this.parameter = parameter;
    this.findsParts = findsParts;
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
    return value.apply(report);
  }

  private static Optional<Genome> genome(Report report) {
    return report.hasGenome() ? Optional.of(report.genome()) : Optional.empty();
  }
}
