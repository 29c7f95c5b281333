package dev.casewright.client.waiting;

import dev.casewright.client.deadline.Deadline;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pauses of one wait, one after the other. To be used by one thread. */
final class Pauses {
  private final PollPolicy policy;
  private final RandomGenerator random;
  private Duration length;

  Pauses(PollPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
    this.length = policy.firstPause();
  }

  Duration next() {
    double drawnOff = policy.jitter() == 0 ? 0 : policy.jitter() * random.nextDouble();
    Duration pause = times(length, 1 - drawnOff);
    length = Deadline.shorter(times(length, policy.growth()), policy.longestPause());
    return pause;
  }

  /** The next pause is the first one again. */
  void restart() {
    length = policy.firstPause();
  }

  private static Duration times(Duration time, double factor) {
    return Duration.ofNanos(Math.round(time.toNanos() * factor));
  }
}
