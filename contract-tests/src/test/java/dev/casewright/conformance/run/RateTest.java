package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.target.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests keep their distance. */
class RateTest {

  private final SentMessages sent = new SentMessages();
  private final HandClock clock = new HandClock();

  @Test
  void requestsThatComeAtOnceWaitForOneAnother() {
    send(rated(Optional.of(4.0)), 3);

    assertThat(clock.slept).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
    assertThat(sent.all()).hasSize(3);
  }

  @Test
  void timeThatNobodyUsedIsNotSaved() {
    Channel channel = rated(Optional.of(1.0));
    clock.now += Duration.ofHours(1).toNanos();

    send(channel, 2);

    assertThat(clock.slept).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void withoutALimitNothingWaits() {
    send(rated(Optional.empty()), 100);

    assertThat(clock.slept).isEmpty();
  }

  private Channel rated(Optional<Double> perSecond) {
    return new Rate(perSecond, clock).over(sent);
  }

  private static void send(Channel channel, int times) {
    for (int i = 0; i < times; i++) {
      channel.send("GET", "/reports", Map.of(), null);
    }
  }

  private static final class HandClock implements RateClock {

    private final List<Duration> slept = new ArrayList<>();
    private long now = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleep(Duration time) {
      slept.add(time);
      now += time.toNanos();
    }
  }
}
