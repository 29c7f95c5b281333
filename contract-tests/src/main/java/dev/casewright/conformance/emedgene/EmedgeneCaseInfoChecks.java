package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The basic facts of a case agree with the case. */
@Checks
class EmedgeneCaseInfoChecks {

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @Test
  @Verifies("EMG-INFO-01")
  void infoIsAnsweredWith200() {
    assertThat(cases.atLeastOne())
        .allSatisfy(name -> assertThat(answer(name).status()).isEqualTo(200));
  }

  @Test
  @Verifies("EMG-INFO-02")
  void infoGivesTheName() {
    assertThat(cases.atLeastOne())
        .allSatisfy(name -> assertThat(answer(name).json().path("name").asText()).isEqualTo(name));
  }

  @Test
  @Verifies("EMG-INFO-03")
  void infoGivesTheStatus() {
    ofEach((info, detail) -> assertThat(info.path("status")).isEqualTo(detail.path("status")));
  }

  @Test
  @Verifies("EMG-INFO-04")
  void infoGivesTheTimeOfCreation() {
    ofEach(
        (info, detail) ->
            assertThat(EmedgeneTimes.in(info.path("created")))
                .isPresent()
                .isEqualTo(EmedgeneTimes.in(detail.path("created"))));
  }

  @Test
  @Verifies("EMG-INFO-05")
  void infoGivesTheCreator() {
    ofEach(
        (info, detail) ->
            assertThat(info.path("creator")).isNotEmpty().isEqualTo(detail.path("creator")));
  }

  @Test
  @Verifies("EMG-INFO-06")
  void infoGivesTheTimeOfTheLastUpdate() {
    ofEach(
        (info, detail) -> {
          Optional<Instant> updated = EmedgeneTimes.in(info.path("last_updated"));
          assertThat(updated).isPresent();
          assertThat(updated.get())
              .isAfterOrEqualTo(
                  EmedgeneTimes.in(detail.path("status_change_date")).orElse(Instant.MIN));
        });
  }

  @Test
  @Verifies(value = "EMG-INFO-06", effect = Effect.CHANGE)
  void lastUpdateMovesWithAnUpdate(TargetControl control) {
    EmedgeneOwnCases own = new EmedgeneOwnCases(control);
    String name = own.olderIn("delivered");
    JsonNode before = answer(name).json().path("last_updated");

    Answer update = own.setStatus(name, "custom_status_1");
    assumeTrue(EmedgeneAnswers.isSuccess(update), "The status cannot be set.");

    assertThat(answer(name).json().path("last_updated")).isNotEqualTo(before);
  }

  @Test
  @Verifies("EMG-INFO-07")
  void pointsInTimeAreRfc1123TextsInGmt() {
    ofEach(
        (info, detail) ->
            assertThat(Stream.of("created", "last_updated").filter(info::hasNonNull))
                .isNotEmpty()
                .extracting(name -> info.path(name))
                .allMatch(EmedgeneTimes::isRfc1123InGmt));
  }

  private Answer answer(String name) {
    return target.get("/api/test/" + name + "/info");
  }

  private void ofEach(BiConsumer<JsonNode, JsonNode> check) {
    cases.atLeastOne();
    assertThat(cases.read().entrySet())
        .isNotEmpty()
        .allSatisfy(entry -> check.accept(infoOf(entry), entry.getValue()));
  }

  private JsonNode infoOf(Map.Entry<String, JsonNode> entry) {
    return answer(entry.getKey()).json();
  }
}
