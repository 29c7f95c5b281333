package dev.casewright.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.transport.Timeouts;
import dev.casewright.client.webhook.NoticeReceiver;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Times that are meant as "no limit" would overflow in the middle of a call. */
class LongTimesTest {
  @ParameterizedTest
  @MethodSource("settings")
  void aTimeOfMoreThanAYearIsRefusedWhenItIsSet(Consumer<Duration> setting) {
    setting.accept(Deadline.LONGEST);

    for (Duration time : List.of(Deadline.LONGEST.plusNanos(1), ChronoUnit.FOREVER.getDuration())) {
      ThrowingCallable set = () -> setting.accept(time);
      assertThatThrownBy(set)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("365 days");
    }
  }

  static Stream<Consumer<Duration>> settings() {
    Timeouts timeouts = Timeouts.defaults();
    LoginPolicy login = LoginPolicy.defaults();
    return Stream.of(
        timeouts::withConnect,
        timeouts::withResponse,
        timeouts::withIdle,
        timeouts::withTotal,
        timeouts::withDownload,
        time -> new RetryPolicy(3, Duration.ZERO, time, 1),
        time -> login.withRefusals(3, time),
        login::withTokenLifetime,
        login::withRenewBefore,
        login::withOldAfter,
        LongTimesTest::remember);
  }

  private static void remember(Duration time) {
    try (EmedgeneClient client =
        EmedgeneClient.builder()
            .baseUrl(URI.create("https://localhost:1"))
            .transport(
                (request, options) -> {
                  throw new AssertionError("sent");
                })
            .token("token")
            .build()) {
      NoticeReceiver.builder(client).remember(time, 1);
    }
  }
}
