package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users set delivered, custom statuses, finalized and the trash, from any of them to any other. */
@Checks
class EmedgeneStatusChecks {

  private EmedgeneTarget target;
  private EmedgeneCases cases;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.cases = new EmedgeneCases(target);
    this.own = new EmedgeneOwnCases(control);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "finalized"})
  @Verifies("EMG-STAT-01")
  void settingACustomStatusIsAnsweredWith200(String from) {
    assertThat(own.setStatus(own.in(from), "custom_status_1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_status_1", "finalized", "delivered"})
  @Verifies("EMG-STAT-02")
  void caseShowsTheStatusThatWasSet(String status) {
    String name = status.equals("delivered") ? own.in("custom_status_1") : own.delivered();
    assumeTrue(EmedgeneAnswers.isSuccess(own.setStatus(name, status)), "It cannot be set.");

    assertThat(cases.read(name).path("status").asText()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "custom_status_1"})
  @Verifies("EMG-STAT-03")
  void finalizingNeedsNothingButTheStatusAndIsAnsweredWith200(String from) {
    assertThat(own.setStatus(own.in(from), "finalized").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_status_1", "finalized"})
  @Verifies("EMG-STAT-04")
  void settingAReviewedCaseBackToDeliveredIsAnsweredWith200(String from) {
    assertThat(own.setStatus(own.in(from), "delivered").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "custom_status_1", "finalized"})
  @Verifies("EMG-STAT-05")
  void movingToTheTrashIsAnsweredWith200(String from) {
    assertThat(own.setStatus(own.in(from), "move_to_trash").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_status_1", "finalized"})
  @Verifies("EMG-STAT-10")
  void changeOfStatusMovesItsDate(String status) {
    String name = own.olderIn("delivered");
    JsonNode before = cases.read(name).path("status_change_date");
    assumeTrue(EmedgeneAnswers.isSuccess(own.setStatus(name, status)), "It cannot be set.");

    JsonNode after = cases.read(name).path("status_change_date");

    assertThat(EmedgeneTimes.in(after)).isPresent();
    assertThat(after).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_status_1", "delivered"})
  @Verifies("EMG-STAT-11")
  void caseThatWasFinalizedTakesChangesAgain(String status) {
    String name = own.finalized();
    assumeTrue(EmedgeneAnswers.isSuccess(own.setStatus(name, status)), "It cannot be set.");

    Answer answer =
        target.post(
            "/api/test/" + name + "/preset_group", EmedgenePayload.presetGroup().toString());

    assertThat(answer).matches(EmedgeneAnswers::isSuccess);
  }

  @Test
  @Verifies(value = "EMG-STAT-12", effectByVariant = true)
  void caseInTheTrashCannotBeRead() {
    assertThat(readingsOfACaseInTheTrash())
        .allSatisfy(answer -> assertThat(answer).matches(EmedgeneAnswers::isError));
  }

  @Test
  @Verifies(value = "EMG-STAT-13", effectByVariant = true)
  void readingACaseInTheTrashIsAnsweredWith404() {
    assertThat(readingsOfACaseInTheTrash())
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
  }

  @Test
  @Verifies("EMG-STAT-14")
  void anotherStatusTakesACaseOutOfTheTrash() {
    String name = own.putIntoTheTrash();
    assertThat(own.setStatus(name, "delivered")).matches(EmedgeneAnswers::isSuccess);

    assertThat(readings(name)).allMatch(EmedgeneAnswers::isSuccess);
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_status_1", "finalized"})
  @Verifies("EMG-STAT-14")
  void anyOtherStatusTakesACaseOutOfTheTrash(String status) {
    String name = own.putIntoTheTrash();
    assumeTrue(EmedgeneAnswers.isSuccess(own.setStatus(name, status)), "It cannot be set.");

    assertThat(readings(name)).allMatch(EmedgeneAnswers::isSuccess);
  }

  private List<Answer> readingsOfACaseInTheTrash() {
    return readings(own.inTheTrash());
  }

  private List<Answer> readings(String name) {
    return List.of(
        target.get("/api/test/" + name),
        target.get("/api/test/" + name + "/info"),
        target.get("/api/candidates/" + name));
  }
}
