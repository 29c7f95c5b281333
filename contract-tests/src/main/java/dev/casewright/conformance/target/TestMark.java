package dev.casewright.conformance.target;

/**
 * What the suite calls the things that it makes. A laboratory sees it in the name of the sample, in
 * the notes of the case and in the name of a preset group, and knows that no patient is meant.
 */
public final class TestMark {

  /** What such names begin with. */
  public static final String PREFIX = "CASEWRIGHT-TEST";

  private TestMark() {}
}
