package dev.casewright.client.time;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Ends a sleep early. Once rung, it goes on until it is silenced. Thread-safe. */
public final class Alarm {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean ringing;

  /** Creates a silent alarm. */
  public Alarm() {}

  /** Ends the sleep that is under way, or else the next one. Does not block. */
  public void ring() {
    lock.lock();
    try {
      ringing = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the next sleep last again. */
  public void silence() {
    lock.lock();
    try {
      ringing = false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether it was rung and not silenced since.
   *
   * @return true if a sleep would end at once
   */
  public boolean isRinging() {
    lock.lock();
    try {
      return ringing;
    } finally {
      lock.unlock();
    }
  }

  /** Blocks until it rings or the time is over. */
  void await(Duration time) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = time.toNanos();
      while (!ringing && left > 0) {
        left = rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
