package dev.casewright.client.call;

import java.io.Serial;
import java.net.ConnectException;

/**
 * Thrown by a transport when something on the way refused the connection, so that the server cannot
 * have seen the request.
 */
public final class NotConnectedException extends ConnectException {
  @Serial private static final long serialVersionUID = 1L;

  private NotConnectedException(String message) {
    super(message);
  }

  /**
   * A proxy wants to know who is there.
   *
   * @return the exception
   */
  public static NotConnectedException proxyWantsCredentials() {
    return new NotConnectedException(
        "the proxy asks for credentials. Give them with HttpProxy.withCredentials(...); for https"
            + " the JDK sends them only if the JVM is started with"
            + " -Djdk.http.auth.tunneling.disabledSchemes= (nothing behind the equals sign).");
  }

  /**
   * A proxy made no connection to the server.
   *
   * @return the exception
   */
  public static NotConnectedException proxyRefuses() {
    return new NotConnectedException(
        "the proxy made no connection to the server. Check host and port of the base URL, and what"
            + " the proxy allows.");
  }
}
