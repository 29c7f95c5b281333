package dev.casewright.client.error;

import dev.casewright.client.json.OpenValue;
import java.io.Serial;

/**
 * A wait met a status with which it ends as failed, such as {@code FAILED} of a report. The object
 * may still get another status, if somebody sets it: wait again then.
 */
public final class UnwantedStatusException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  private final String met;

  /**
   * Creates the exception.
   *
   * @param call what is known of the wait; its attempts are the readings
   * @param met the status that was met; the message shows it if the contract knows it
   */
  public UnwantedStatusException(CallDetails call, OpenValue met) {
    super(
        call,
        "the status "
            + met
            + " was met, with which this wait ends as failed. Look on the server for the reason.");
    this.met = met.value();
  }

  /**
   * The status that was met.
   *
   * @return the status as it stands on the wire, known or not
   */
  public String met() {
    return met;
  }
}
