package dev.casewright.client.error;

import java.io.Serial;

/** The file to write a download to cannot be written. What there was before is untouched. */
public final class TargetFileException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice what is wrong with the file and what to do next, without a name that came from
   *     the server
   */
  public TargetFileException(CallDetails call, String advice) {
    super(call, advice);
  }
}
