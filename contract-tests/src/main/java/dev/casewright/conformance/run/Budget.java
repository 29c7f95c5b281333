package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of a run, and sends none beyond its budget. Thread-safe. */
final class Budget {

  private final int most;
  private final AtomicInteger sent = new AtomicInteger();

  Budget(int most) {
    this.most = most;
  }

  int sent() {
    return Math.min(sent.get(), most);
  }

  boolean isSpent() {
    return sent.get() > most;
  }

  Channel over(Channel next) {
    return new Channel() {
      @Override
      public URI baseUrl() {
        return next.baseUrl();
      }

      @Override
      public Answer send(Message message) {
        if (sent.incrementAndGet() > most) {
          throw new BudgetSpentException(most);
        }
        return next.send(message);
      }
    };
  }
}
