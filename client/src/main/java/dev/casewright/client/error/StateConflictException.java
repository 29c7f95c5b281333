package dev.casewright.client.error;

import java.io.Serial;

/**
 * The state of the object does not allow this, such as the final PDF of a report that is not
 * approved, or the report of a case that is not finalized.
 */
public final class StateConflictException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   */
  public StateConflictException(CallDetails call) {
    super(
        call,
        "the state of the object does not allow this. Read the object and look at its status.");
  }
}
