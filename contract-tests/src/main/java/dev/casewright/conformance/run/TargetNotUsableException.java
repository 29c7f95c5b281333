package dev.casewright.conformance.run;

/** The target cannot be checked, and no check was made. The message names no host. */
public abstract class TargetNotUsableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TargetNotUsableException(String message) {
    super(message);
  }
}
