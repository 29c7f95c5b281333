package dev.casewright.mockserver.route;

/** Thrown at start when the contracts cannot be served. */
public final class InvalidContractException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param message what does not fit and what to do
   */
  public InvalidContractException(String message) {
    super(message);
  }

  /**
   * With a reason and its cause.
   *
   * @param message what does not fit and what to do
   * @param cause what was thrown
   */
  public InvalidContractException(String message, Throwable cause) {
    super(message, cause);
  }
}
