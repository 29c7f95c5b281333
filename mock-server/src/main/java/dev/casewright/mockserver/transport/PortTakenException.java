package dev.casewright.mockserver.transport;

/** Thrown at start when an address cannot be listened on. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason and its cause.
   *
   * @param message which address and what to do
   * @param cause what was thrown
   */
  public PortTakenException(String message, Throwable cause) {
    super(message, cause);
  }
}
