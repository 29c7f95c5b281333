package dev.casewright.conformance.target;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLException;

/** No answer came, or not a whole one. The message names the reason's type only. */
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean unreachable;

  NoAnswerException(Message message, Exception reason) {
    super(message.method() + " got no whole answer (" + reason.getClass().getSimpleName() + ").");
    this.unreachable =
        reason instanceof ConnectException
            || reason instanceof HttpConnectTimeoutException
            || reason instanceof SSLException;
  }

  /**
   * Whether there is no server, or none that is trusted: nothing was sent.
   *
   * @return false if a connection was made, whatever came of it
   */
  public boolean isUnreachable() {
    return unreachable;
  }
}
