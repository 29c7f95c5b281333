package dev.casewright.client.error;

/** What a call that failed did to the server, as far as the client can know. */
public enum Outcome {
  /** Nothing was changed: the call only reads, was not sent, or was refused. */
  UNCHANGED,

  /**
   * The call was to change something, and whether it did is not known: no answer came, or 408, 5xx,
   * or a redirect that may follow upon a change.
   */
  UNKNOWN,

  /**
   * The server answered the change with success, so it is to be taken for carried out, although its
   * answer could not be read.
   */
  CARRIED_OUT
}
