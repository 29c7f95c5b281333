package dev.casewright.mockserver.space;

import java.util.Set;

/** Lets a test do something on another thread while it is in the middle of something itself. */
final class BesideThread {

  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.BLOCKED, Thread.State.WAITING);

  private BesideThread() {}

  /** Returns when the work is done or waits for a lock. */
  static Thread run(Runnable work) {
    Thread thread = new Thread(work, "beside");
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive() && !WAITING.contains(thread.getState())) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
