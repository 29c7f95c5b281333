package dev.casewright.mockserver.transport;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Thrown at start when an address cannot be listened on. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int FIRST_FOR_ALL = 1024;

  /**
   * With a reason and its cause.
   *
   * @param message which address and what to do
   * @param cause what was thrown
   */
  public PortTakenException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Tells the port and its option, or that it is the address that is wrong. Looks it up. */
  static PortTakenException of(String bind, int port, String option, Exception cause) {
    if (!isOfThisMachine(bind)) {
      return new PortTakenException(
          "Cannot listen on "
              + bind
              + ": the address is not of this machine. Choose another with --bind, such as"
              + " 127.0.0.1, or 0.0.0.0 for all.",
          cause);
    }
    return new PortTakenException(
        "Cannot listen on port "
            + port
            + " of "
            + bind
            + ": it is taken"
            + (port > 0 && port < FIRST_FOR_ALL ? ", or kept for administrators" : "")
            + ". Choose another with "
            + option
            + "; 0 is any free port.",
        cause);
  }

  private static boolean isOfThisMachine(String bind) {
    try {
      InetAddress address = InetAddress.getByName(bind);
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException unknown) {
      return false;
    }
  }
}
