package dev.casewright.mockserver.webhook;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to send, over one socket after the other, until it is ended: by closing the socket,
 * since no timeout of a socket bounds what comes in single bytes. Thread-safe.
 */
final class Attempt {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private Socket socket = new Socket();
  private boolean ended;

  /**
   * A socket that is not connected yet.
   *
   * @throws SocketTimeoutException if the attempt was ended
   */
  synchronized Socket next() throws SocketTimeoutException {
    if (ended) {
      throw new SocketTimeoutException("The attempt took too long.");
    }
    socket = new Socket();
    return socket;
  }

  /** Breaks off what is being sent; nothing more is. Does not block. May be repeated. */
  synchronized void end() {
    ended = true;
    try {
      socket.close();
    } catch (IOException broken) {
      LOG.debug("The socket of an attempt cannot be closed.");
    }
  }
}
