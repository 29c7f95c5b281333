package dev.casewright.mockserver.opal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list that is too large for one answer is refused in the vendor's own shape. */
class AnswerLimitTest {

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(settings -> settings.answerLimit(1_500));

  @Test
  void aLongListOfReportsIsRefusedWithTheAdviceToPage() {
    Answer refused = MOCK.opal("/reports");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("description").asText())
        .contains("1500 bytes", "limit and offset");
  }

  @Test
  void aPageOfItIsAnswered() {
    assertThat(MOCK.opal("/reports?limit=1&offset=3").json().path("objects")).hasSize(1);
  }

  @Test
  void longListsOfEmedgeneAreRefusedToo() {
    Answer samples = MOCK.emedgene("/api/sample/?query=CW");

    assertThat(samples.status()).isEqualTo(400);
    assertThat(samples.json().path("message").asText()).contains("longer part of the name");
    assertThat(MOCK.emedgene("/api/test?status=uploading").status()).isEqualTo(200);
    assertThat(MOCK.server().contractBreaches()).isZero();
  }
}
