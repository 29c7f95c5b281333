package dev.casewright.openapi;

/** One of the two services that Casewright describes. */
public enum Api {
  /** Omicia Opal: clinical reports. */
  OPAL("opal", "OPAL-"),
  /** Illumina Emedgene: cases. */
  EMEDGENE("emedgene", "EMG-");

  private final String id;
  private final String requirementPrefix;

  Api(String id, String requirementPrefix) {
    this.id = id;
    this.requirementPrefix = requirementPrefix;
  }

  /**
   * The name of the folder that holds the contract, and the provider's name in the pacts.
   *
   * @return {@code opal} or {@code emedgene}
   */
  public String id() {
    return id;
  }

  /**
   * What every requirement id of this service starts with.
   *
   * @return {@code OPAL-} or {@code EMG-}
   */
  public String requirementPrefix() {
    return requirementPrefix;
  }
}
