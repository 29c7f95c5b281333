package dev.casewright.contracttests.consumer;

/** What the pacts of Opal rely on in the seed pack of the mock server. */
final class OpalSeed {

  /** A report of the demo workspace, its accession, and a middle part of that. */
  static final long REPORT = 5001;

  static final String ACCESSION = "CW-2025-00001";
  static final String ACCESSION_PART = "2025-0000";

  /** An accession that is the start of another one. */
  static final String NESTED_ACCESSION = "CW-2025-00003";

  static final String NESTING_ACCESSION = "CW-2025-00003-2";

  /** A part of the external ids of some genomes. */
  static final String EXTERNAL_ID_PART = "XT-";

  /** A genome, and a number that is a part of its id but the id of no genome. */
  static final long GENOME = 801;

  static final long GENOME_PART = 8;

  /** A report of the workspace "other". */
  static final long FOREIGN_REPORT = 436641005001L;

  private OpalSeed() {}
}
