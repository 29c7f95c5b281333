package dev.casewright.conformance.difference;

/** What was given as a version of the contract is none; the message says what is needed. */
public final class InvalidVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidVersionException(String message, Throwable cause) {
    super(message, cause);
  }
}
