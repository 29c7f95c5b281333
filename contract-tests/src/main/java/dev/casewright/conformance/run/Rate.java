package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Keeps requests apart, so that no second has more than it may. Thread-safe; a request waits. */
final class Rate {

  private static final double NANOS_OF_A_SECOND = 1e9;

  private final long gap;
  private final RateClock clock;
  private long next;

  Rate(Optional<Double> perSecond, RateClock clock) {
    this.gap = perSecond.map(most -> (long) Math.ceil(NANOS_OF_A_SECOND / most)).orElse(0L);
    this.clock = clock;
    this.next = clock.nanoTime();
  }

  Channel over(Channel channel) {
    if (gap == 0) {
      return channel;
    }
    return new Channel() {
      @Override
      public URI baseUrl() {
        return channel.baseUrl();
      }

      @Override
      public Answer send(Message message) {
        await();
        return channel.send(message);
      }
    };
  }

  private void await() {
    long wait = takeAPlace();
    if (wait > 0) {
      try {
        clock.sleep(Duration.ofNanos(wait));
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The run was interrupted.", interruption);
      }
    }
  }

  /** How long to wait for it, in nanoseconds. */
  private synchronized long takeAPlace() {
    long now = clock.nanoTime();
    long mine = now - next > 0 ? now : next;
    next = mine + gap;
    return mine - now;
  }
}
