package dev.casewright.mockserver.space;

/** Lets a test do something on another thread while it is in the middle of something itself. */
final class BesideThread {

  private BesideThread() {}

  /** Returns when the work is done or waits for a lock. */
  static Thread run(Runnable work) {
    Thread thread = new Thread(work, "beside");
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
