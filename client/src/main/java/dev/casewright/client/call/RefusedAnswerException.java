package dev.casewright.client.call;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown when an answer is read that is not to be read. The calls of the client turn it into a
 * {@code DecodeException}.
 */
final class RefusedAnswerException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  private RefusedAnswerException(int status, String rule) {
    super(rule);
    this.status = status;
  }

  static RefusedAnswerException tooLarge(int status, long limit) {
    return new RefusedAnswerException(
        status,
        "it is larger than the "
            + limit
            + " bytes that are allowed (sizeLimits(...) of the builder raises that)");
  }

  static RefusedAnswerException encoded(int status) {
    return new RefusedAnswerException(
        status, "it is compressed (Content-Encoding), which nobody asked for, and was not read");
  }

  /** The HTTP status of the answer. */
  int status() {
    return status;
  }
}
