package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a report holds. What filters and orders look at is told one by one, so that a list need not
 * make whole reports out of those that it passes over. Immutable.
 */
public interface ReportContent {

  /**
   * The number of the report.
   *
   * @return the id
   */
  long id();

  /**
   * Where the report stands.
   *
   * @return the status
   */
  String status();

  /**
   * The kind of test.
   *
   * @return the test type
   */
  String testType();

  /**
   * When it was created.
   *
   * @return a time without a zone, as text that sorts by time
   */
  String createdOn();

  /**
   * The laboratory's own id.
   *
   * @return the accession
   */
  String accessionId();

  /**
   * The genome of the patient, also while the report waits for it.
   *
   * @return the genome
   */
  Genome genome();

  /**
   * The number of the genome.
   *
   * @return the id
   */
  default long genomeId() {
    return genome().id();
  }

  /**
   * The name of the genome.
   *
   * @return the name
   */
  default String genomeName() {
    return genome().name();
  }

  /**
   * The uploader's own id of the genome.
   *
   * @return the external id
   */
  default String externalId() {
    return genome().externalId();
  }

  /**
   * All fields of the extended report, as if its genome were there.
   *
   * @return a new object, which the caller may change
   */
  ObjectNode fields();
}
