package dev.casewright.client.error;

import java.io.Serial;

/** A client that was built to read only was asked to change something. Nothing was sent. */
public final class ReadOnlyException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   */
  public ReadOnlyException(CallDetails call) {
    super(
        call,
        "this client only reads, and nothing was sent. Build one without readOnly() for changes.");
  }
}
