package dev.casewright.client.webhook;

/** What became of a notice. */
public enum NoticeOutcome {
  /** The case was read, and has the status that the notice tells. To be acted on. */
  CONFIRMED,
  /**
   * The case was read, and has another status: the notice is false, too old, or earlier than what
   * the server shows. Not remembered: if it comes again, the case is read again.
   */
  NOT_CONFIRMED,
  /**
   * The same notice was confirmed before, and its {@link NoticeWork} is not done yet. Answer with
   * 503, so that it is sent again: the work may still fail.
   */
  UNDER_WAY,
  /** The same notice was confirmed before. The case is not to be acted on again. */
  DUPLICATE,
  /** The notice was refused; {@link NoticeResult#refusal()} says why. */
  REFUSED
}
