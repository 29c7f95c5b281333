package dev.casewright.client.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.FinalizedMark.Known;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalizedMarkTest {
  private static final Instant TIME = Instant.parse("2031-01-08T14:00:00Z");
  private static final FinalizedMark MARK =
      new FinalizedMark(
          TIME,
          TIME.plusSeconds(60),
          TIME.plusMillis(1),
          Map.of(
              "EMG1", new Known(Optional.of(TIME), true),
              "EMG2", new Known(Optional.of(TIME), false),
              "EMG3", new Known(Optional.empty(), true)));

  @Test
  void aMarkIsTheSameAfterItWasSavedAndRead() {
    assertThat(FinalizedMark.parse(MARK.toText())).isEqualTo(MARK);
  }

  @Test
  void theTextIsOneLineThatStaysTheSame() {
    assertThat(MARK.toText())
        .isEqualTo(
            "{\"format\":\"casewright-finalized-1\",\"since\":\"2031-01-08T14:00:00Z\","
                + "\"newest\":\"2031-01-08T14:01:00Z\",\"rechecked\":\"2031-01-08T14:00:00.001Z\","
                + "\"listed\":{\"EMG1\":\"2031-01-08T14:00:00Z\",\"EMG3\":null},"
                + "\"remembered\":{\"EMG2\":\"2031-01-08T14:00:00Z\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "Canary",
        "{}",
        "{\"format\":\"casewright-finalized-2\"}",
        "{\"format\":\"casewright-finalized-1\",\"since\":\"Canary\",\"newest\":\"Canary\","
            + "\"rechecked\":\"Canary\",\"listed\":{},\"remembered\":{}}",
        "{\"format\":\"casewright-finalized-1\",\"listed\":{\"Canary\":7},\"remembered\":{}}",
        "{\"format\":\"casewright-finalized-1\",\"listed\":[],\"remembered\":{}}"
      })
  void aTextThatIsNoMarkIsRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> FinalizedMark.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FinalizedMark.since(...)")
        .hasNoCause()
        .message()
        .doesNotContain("Canary");
  }

  @Test
  void aMarkShowsHowManyCasesItRemembersAndNothingOfThem() {
    assertThat(MARK).hasToString("FinalizedMark[since=2031-01-08T14:00:00Z, cases=<3>]");
  }
}
