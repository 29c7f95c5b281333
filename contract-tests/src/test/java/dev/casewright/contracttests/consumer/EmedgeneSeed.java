package dev.casewright.contracttests.consumer;

/** What the pacts of Emedgene rely on in the seed pack of the mock server. */
public final class EmedgeneSeed {

  /** A case of the demo organisation, which has tagged variants. */
  public static final String CASE = "EMG100000118";

  /** A name that no case has. */
  public static final String UNKNOWN_CASE = "EMG999999999";

  /** A user of the demo organisation, and an id that none has. */
  public static final long USER = 21;

  public static final long UNKNOWN_USER = 999999;

  /** The name of a sample of the demo organisation. */
  public static final String SAMPLE = "CW-2025-00002-P";

  private EmedgeneSeed() {}
}
