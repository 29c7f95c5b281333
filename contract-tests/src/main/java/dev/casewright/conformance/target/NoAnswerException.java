package dev.casewright.conformance.target;

/** No answer came, or not a whole one. The message names the reason's type only. */
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswerException(Message message, Exception reason) {
    super(message.method() + " got no whole answer (" + reason.getClass().getSimpleName() + ").");
  }
}
