package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2031-03-04T09:15:00",
        "0000-01-01T00:00:00",
        "9999-12-31T23:59:59",
        "2032-02-29T12:00:01"
      })
  void aTimeIsReadAsTheFormatterReadsIt(String text) {
    assertThat(PlainTime.of(text)).contains(LocalDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2031-02-29T00:00:00", "2031-13-04T00:00:00", "2031-00-04T00:00:00", "2031-03-00T00:00:00",
        "2031-03-04T24:00:00", "2031-03-04T00:60:00", "2031-03-04T00:00:60", "2031-03-04t00:00:00",
        "2031-03-04T09:15:0٣", "2031-03-04T09:15:00Z", "2031-03-04", ""
      })
  void whatIsNoTimeIsLeftToTheFormatter(String text) {
    assertThat(PlainTime.of(text)).isEmpty();
  }
}
