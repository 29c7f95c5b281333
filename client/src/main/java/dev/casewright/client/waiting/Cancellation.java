package dev.casewright.client.waiting;

import dev.casewright.client.time.Alarm;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends waits from another thread. One may be given to any number of waits; it works once and for
 * all. A wait that is pausing ends at once; a reading that is under way comes to its end first,
 * which takes at most the time of a call. (Interrupting the thread of a wait breaks the reading off
 * too.) Thread-safe.
 */
public final class Cancellation {
  private final Set<Alarm> waits = new HashSet<>();
  private boolean cancelled;

  /** Creates a cancellation that has not happened. */
  public Cancellation() {}

  /** Ends the waits that it was given to, and each that it is given to from now on. */
  public synchronized void cancel() {
    cancelled = true;
    waits.forEach(Alarm::ring);
  }

  /**
   * Whether it has happened.
   *
   * @return true once {@link #cancel()} was called
   */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  synchronized void join(Alarm wait) {
    waits.add(wait);
  }

  synchronized void leave(Alarm wait) {
    waits.remove(wait);
  }

  /** Whether it has happened, and how many waits it would end. */
  @Override
  public synchronized String toString() {
    return "Cancellation[cancelled=" + cancelled + ", waits=<" + waits.size() + ">]";
  }
}
