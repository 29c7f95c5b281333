package dev.casewright.mockserver.route;

/** Thrown at start when a setting names something that there is not. */
public final class InvalidSettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param message which setting it is and what it can be
   */
  public InvalidSettingException(String message) {
    super(message);
  }
}
