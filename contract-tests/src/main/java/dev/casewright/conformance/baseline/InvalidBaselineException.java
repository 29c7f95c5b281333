package dev.casewright.conformance.baseline;

/** A file of known failures breaks a rule; the message names the line, the rule and a way out. */
public final class InvalidBaselineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidBaselineException(String message) {
    super(message);
  }

  InvalidBaselineException(int line, String rule) {
    super("Baseline, line " + line + ": " + rule);
  }
}
