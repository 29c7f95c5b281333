package dev.casewright.mockserver.seed;

/** Thrown at start when a seed pack cannot be used. */
public final class InvalidSeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param message the file, the entry, the rule and what to do
   */
  public InvalidSeedException(String message) {
    super(message);
  }

  /**
   * With a reason and its cause.
   *
   * @param message the file, the entry, the rule and what to do
   * @param cause what was thrown
   */
  public InvalidSeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
