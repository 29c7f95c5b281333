package dev.casewright.mockserver.transport;

import java.io.EOFException;
import org.eclipse.jetty.io.QuietException;

/** Tells Jetty that a connection was closed on purpose, of which it need not speak. */
final class Dropped extends EOFException implements QuietException {

  private static final long serialVersionUID = 1L;

  Dropped() {
    super("The connection is dropped on purpose.");
  }
}
