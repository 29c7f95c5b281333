package dev.casewright.client.error;

import java.io.Serial;

/** The credentials are good but do not allow this (HTTP 403). */
public final class PermissionException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   */
  public PermissionException(CallDetails call) {
    super(
        call,
        "these credentials may not do this."
            + " Ask for the role, or use a key of the workspace that the object belongs to.");
  }
}
