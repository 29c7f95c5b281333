package dev.casewright.client.call;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown by a transport that is closed while a request is under way. The calls of the client turn
 * it into an exception of their own.
 */
public final class TransportClosedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public TransportClosedException() {
    super("the client was closed while the call was running");
  }
}
