package dev.casewright.client.retry;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited before a call is repeated. */
class RetryWaitsTest extends RepeatedCalls {
  @Test
  void theWaitIsDrawnFromNothingToATimeThatDoubles() {
    RetryPolicy policy = new RetryPolicy(5, Duration.ofMillis(100), Duration.ofMillis(300), 9);
    failureOf(operations(policy)::read);

    assertThat(bounds.stream().map(bound -> Duration.ofNanos(bound - 1)))
        .containsExactly(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(300));
    assertThat(waits).containsExactlyElementsOf(drawn());

    waits.clear();
    draw = bound -> 0;
    failureOf(operations(policy)::read);
    assertThat(waits).hasSize(4).containsOnly(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "Sat, 01 Mar 2031 09:15:07 GMT"})
  void theServerSaysHowLongToWait(String retryAfter) {
    answers = answering(503, Map.of("Retry-After", List.of(retryAfter)));

    failureOf(operations()::read);

    assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    assertThat(bounds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "3600", "Fri, 01 Mar 2041 09:15:00 GMT", "99999999999999999999"})
  void nobodyWaitsBeyondTheDeadlineButIsToldHowLongItIs(String retryAfter) {
    answers = answering(429, Map.of("Retry-After", List.of(retryAfter)));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, operations()::read);

    assertThat(waits).isEmpty();
    assertThat(sent).hasSize(1);
    assertThat(failure.retryAfter()).contains(retryAfter);
    Duration wait = failure.waitTime().orElseThrow();
    assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(failure.notBefore()).contains(Instant.parse("2031-03-01T09:15:00Z").plus(wait));
    assertThat(failure).hasMessageContaining("Wait " + wait.toSeconds() + " s");
  }

  @Test
  void aSlowedWriteIsToldHowLongToWaitAndNotSentAgain() {
    answers = answering(429, Map.of("Retry-After", List.of("1")));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, operations()::write);

    assertThat(failure.waitTime()).contains(Duration.ofSeconds(1));
    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(sent).hasSize(1);
  }

  @Test
  void aServerThatDoesNotSayHowLongIsWaitedForAsIfItHadSaidNothing() {
    answers = answering(429, Map.of("Retry-After", List.of("soon")));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, operations()::read);

    assertThat(failure.retryAfter()).contains("soon");
    assertThat(failure.waitTime()).isEmpty();
    assertThat(waits).isEqualTo(drawn());
  }

  @Test
  void aWaitThatWouldEndAtTheDeadlineIsNotBegun() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(25), Duration.ofSeconds(25), 20);

    CasewrightException failure = failureOf(operations(policy)::read);

    assertThat(waits).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25));
    assertThat(failure).isInstanceOf(ServerException.class);
    assertThat(failure.elapsed()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void aThreadThatIsInterruptedDuringTheWaitStopsAndStaysInterrupted() {
    sleeper =
        time -> {
          throw new InterruptedException();
        };

    assertThatThrownBy(operations()::read)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sent).hasSize(1);
  }
}
