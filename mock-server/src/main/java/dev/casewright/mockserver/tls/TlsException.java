package dev.casewright.mockserver.tls;

/** Thrown when a certificate or key cannot be made, read or kept. */
public final class TlsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason and its cause.
   *
   * @param message what was tried and what to do
   * @param cause what was thrown
   */
  public TlsException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * With a reason.
   *
   * @param message what was asked for, why it is refused, and what to do
   */
  public TlsException(String message) {
    super(message);
  }
}
