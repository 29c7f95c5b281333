package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's own documentation lies behind the login. */
@Checks
class EmedgeneDocumentationChecks {

  private static final String PAGE = "/api/apidoc/swagger";

  private EmedgeneTarget target;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
  }

  @Test
  @Verifies("EMG-DOC-01")
  void pageIsAnsweredWith200AndHtml() {
    Answer answer = target.get(PAGE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(EmedgeneAnswers.mediaTypeOf(answer)).isEqualTo("text/html");
    assertThat(answer.text().toLowerCase(Locale.ROOT)).contains("<html");
  }

  @Test
  @Verifies(
      value = "EMG-DOC-02",
      probe = {Probe.NO_CREDENTIALS, Probe.WRONG_CREDENTIALS})
  void pageIsRefusedToWhoIsNotLoggedIn() {
    assertThat(notLoggedIn())
        .allSatisfy(answer -> assertThat(answer).matches(EmedgeneAnswers::isError));
  }

  @Test
  @Verifies(
      value = "EMG-DOC-03",
      probe = {Probe.NO_CREDENTIALS, Probe.WRONG_CREDENTIALS})
  void refusalOfThePageIs401() {
    assertThat(notLoggedIn()).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
  }

  private List<Answer> notLoggedIn() {
    return List.of(
        target.send("GET", PAGE, Map.of(), null),
        target.send("GET", PAGE, Map.of("Authorization", "Bearer never-issued"), null));
  }
}
