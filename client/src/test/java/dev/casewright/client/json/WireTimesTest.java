package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2031-03-04T09:15:00Z", "2031-03-04T09:15:00+01:00", "2031-03-04T09:15",
            "2031-03-04T09:15:00.5",
        "2031-03-04", "2031-02-29T00:00:00", "2031-03-04T24:00:00", "2031-03-04T23:59:60",
        "+2031-03-04T09:15:00", "12031-03-04T09:15:00", "+12031-03-04T09:15:00", "2031-3-4T9:15:00",
        "2031-03-04 09:15:00", " 2031-03-04T09:15:00", ""
      })
  void aZonelessTimeInAnyOtherFormIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> WireTimes.readLocalDateTime(text))
        .isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon, 04 Mar 2031 09:15:00 GMT", "Tue, 4 Mar 2031 09:15:00 GMT",
            "Tue, 04 Mar 2031 09:15:00 UTC",
        "Tue, 04 Mar 2031 09:15:00 +0000", "Tue, 04 Mar 31 09:15:00 GMT",
            "tue, 04 mar 2031 09:15:00 gmt",
        "Sat, 29 Feb 2031 09:15:00 GMT", "04 Mar 2031 09:15:00 GMT", ""
      })
  void anRfc1123TimeInAnyOtherFormIsRefused(String text) {
    assertThatThrownBy(() -> WireTimes.readRfc1123(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-3-4", "2031-02-30", "20310304", "2031-03-04T00:00:00", "31-03-04"})
  void aDayInAnyOtherFormIsRefused(String text) {
    assertThatThrownBy(() -> WireTimes.readLocalDate(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void eachFormIsReadAndWrittenBack() {
    assertThat(WireTimes.write(WireTimes.readLocalDateTime("2014-12-02T00:12:10")))
        .isEqualTo("2014-12-02T00:12:10");
    assertThat(WireTimes.write(WireTimes.readRfc1123("Sun, 07 Sep 2031 00:00:00 GMT")))
        .isEqualTo("Sun, 07 Sep 2031 00:00:00 GMT");
    assertThat(WireTimes.write(WireTimes.readLocalDate("2020-02-29"))).isEqualTo("2020-02-29");
  }

  @Test
  void namesOfDaysAndMonthsDoNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.UK);
      assertThat(WireTimes.write(Instant.parse("2031-09-07T00:00:00Z"))).contains("Sep");
      Locale.setDefault(Locale.JAPAN);
      assertThat(WireTimes.write(Instant.parse("2031-09-07T00:00:00Z"))).contains("Sun, 07 Sep");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatTheWireCannotCarryIsRefusedInsteadOfCut() {
    assertThatThrownBy(() -> WireTimes.write(LocalDateTime.of(2031, 3, 4, 9, 15, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("truncate");
    assertThatThrownBy(() -> WireTimes.write(LocalDate.of(12031, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesOfAQueryKeepSecondsFractionAndOffset() {
    assertThat(WireTimes.writeExactly(LocalDateTime.of(2031, 3, 4, 9, 0)))
        .isEqualTo("2031-03-04T09:00:00");
    assertThat(WireTimes.writeExactly(LocalDateTime.of(2031, 3, 4, 9, 0, 0, 120_000)))
        .isEqualTo("2031-03-04T09:00:00.00012");
    assertThat(WireTimes.writeExactly(OffsetDateTime.parse("2031-03-04T09:00:00-03:30")))
        .isEqualTo("2031-03-04T09:00:00-03:30");
    assertThatThrownBy(() -> WireTimes.writeExactly(LocalDateTime.of(12031, 3, 4, 9, 15)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> WireTimes.writeExactly(OffsetDateTime.parse("2031-03-04T09:00:00+01:00:30")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("offset");
  }
}
