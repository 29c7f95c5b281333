package dev.casewright.mockserver.cli;

/**
 * A value that did not come from the command line.
 *
 * @param value the value as text; more than one are separated
 * @param origin where it comes from, to be shown
 */
record Setting(String value, String origin) {

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return "setting of " + origin;
  }
}
