package dev.casewright.client.transport;

/**
 * A wait of the thread that creates it, which others may end: they interrupt the thread, and it
 * takes that interruption back. What somebody else meant for the thread stays. Thread-safe.
 */
final class EndableWait {
  private final Thread waiting = Thread.currentThread();
  private boolean interrupted;
  private boolean over;

  /** Ends the wait, unless it is over. May be called by any thread. */
  synchronized void end() {
    // Whoever is interrupted already ends by that, and could not tell the two apart.
    if (!over && !interrupted && !waiting.isInterrupted()) {
      interrupted = true;
      waiting.interrupt();
    }
  }

  /**
   * Ends the wait for an interruption that the waiting thread has met.
   *
   * @return whether it came from {@link #end()}; if not, it is for somebody else
   */
  synchronized boolean overByInterruption() {
    boolean ended = interrupted;
    interrupted = false;
    over = true;
    return ended;
  }

  /** Ends the wait for the waiting thread itself. May be called again. */
  synchronized void over() {
    if (interrupted) {
      // It came too late to be met, and is not for what the thread does next.
      Thread.interrupted();
    }
    interrupted = false;
    over = true;
  }
}
