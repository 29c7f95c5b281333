package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.net.URI;

/** Counts the requests of a run, and sends none beyond its budget. Thread-safe. */
final class Budget {

  private final int most;
  private int sent;
  private int reserved;
  private boolean spent;

  Budget(int most) {
    this.most = most;
  }

  synchronized int sent() {
    return sent;
  }

  /** Whether a request was refused. */
  synchronized boolean isSpent() {
    return spent;
  }

  /** Keeps one request back, to clean up with. */
  synchronized void reserve() {
    reserved++;
  }

  /** Gives back what was kept. */
  synchronized void release() {
    reserved = 0;
  }

  Channel over(Channel next) {
    return new Channel() {
      @Override
      public URI baseUrl() {
        return next.baseUrl();
      }

      @Override
      public Answer send(Message message) {
        take();
        return next.send(message);
      }
    };
  }

  private synchronized void take() {
    if (sent + reserved >= most) {
      spent = true;
      throw new BudgetSpentException(most);
    }
    sent++;
  }
}
