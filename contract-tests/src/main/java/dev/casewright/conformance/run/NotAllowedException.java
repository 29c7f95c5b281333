package dev.casewright.conformance.run;

import org.opentest4j.TestAbortedException;

/** The request would do what the settings of the run do not allow: it is not sent. */
final class NotAllowedException extends TestAbortedException {

  private static final long serialVersionUID = 1L;

  NotAllowedException(String message) {
    super(message);
  }
}
