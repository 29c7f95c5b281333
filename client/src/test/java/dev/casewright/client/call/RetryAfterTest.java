package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2031-03-01T09:15:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "' 120 ', 120", "3600, 3600"})
  void aNumberIsSeconds(String header, long seconds) {
    assertThat(read(header)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "'Sat, 01 Mar 2031 09:15:30 GMT', 30",
    "'Sat, 1 Mar 2031 09:16:00 GMT', 60",
    "'Sun, 02 Mar 2031 09:15:00 GMT', 86400",
    "'Fri, 01 Mar 2041 09:15:00 GMT', 315619200"
  })
  void aDateIsTheTimeUntilThen(String header, long seconds) {
    assertThat(read(header)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void aDateThatIsOverIsNoWait() {
    assertThat(read("Sat, 01 Mar 2031 09:14:00 GMT")).contains(Duration.ZERO);
  }

  @Test
  void aNumberThatNobodyCouldWaitForIsStillAWait() {
    assertThat(read("9".repeat(40)).orElseThrow()).isGreaterThan(Duration.ofDays(10_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "-1", "1.5", "2031-03-01T09:15:30Z", "Sat, 01 Mar"})
  void whatCannotBeReadIsNoAnswer(String header) {
    assertThat(read(header)).isEmpty();
  }

  @Test
  void noHeaderIsNoAnswer() {
    assertThat(RetryAfter.in(Optional.empty(), CLOCK)).isEmpty();
  }

  private static Optional<Duration> read(String header) {
    return RetryAfter.in(Optional.of(header), CLOCK);
  }
}
