package dev.casewright.conformance.cli;

/** The program was called in a way that it does not understand, or that it refuses. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
