package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload makes a case, and the answer says how it is called. */
@Checks
class EmedgeneCreateCaseChecks {

  private static final String VALID = "dev.casewright.conformance.emedgene.EmedgenePayload#valid";
  private static final String WITHOUT_PROBAND =
      "dev.casewright.conformance.emedgene.EmedgenePayload#withoutProband";
  private static final String ADDRESS = "/api/cases/v2/cases";

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
  @MethodSource(VALID)
  @Verifies("EMG-CASE-01")
  void validPayloadCreatesACaseAndIsAnsweredWith201(ObjectNode payload) {
    List<String> before = cases.names();

    Answer answer = own.create(payload);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(hasANewCase(answer, before)).isTrue();
  }

  @ParameterizedTest
  @MethodSource(VALID)
  @Verifies("EMG-CASE-02")
  void answerGivesTheName(ObjectNode payload) {
    JsonNode name = own.create(payload).json().path("name");

    assertThat(name.isTextual()).isTrue();
    assertThat(name.asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource(VALID)
  @Verifies("EMG-CASE-03")
  void nameIsEmgAndNineDigits(ObjectNode payload) {
    JsonNode answer = own.create(payload).json();
    Optional<String> name =
        answer.path("name").isTextual()
            ? Optional.of(answer.path("name").asText())
            : EmedgeneAnswers.caseNameIn(answer);

    assertThat(name).hasValueSatisfying(text -> assertThat(text).matches("EMG[0-9]{9}"));
  }

  @ParameterizedTest
  @MethodSource(VALID)
  @Verifies("EMG-CASE-04")
  void answerGivesTheStatusWithACapitalS(ObjectNode payload) {
    JsonNode status = own.create(payload).json().path("Status");

    assertThat(status.isTextual()).isTrue();
    assertThat(status.asText()).isIn("pending-sequencing", "uploading", "in_progress", "delivered");
  }

  @ParameterizedTest
  @MethodSource(VALID)
  @Verifies("EMG-CASE-05")
  void createdCaseCanBeReadUnderItsName(ObjectNode payload) {
    List<String> before = cases.names();

    String name = nameIn(own.create(payload));

    assertThat(before).doesNotContain(name);
    assertThat(target.get("/api/test/" + name)).matches(EmedgeneAnswers::isSuccess);
    assertThat(target.get("/api/test/" + name + "/info")).matches(EmedgeneAnswers::isSuccess);
  }

  @Test
  @Verifies("EMG-CASE-05")
  void twoCasesHaveTwoNames() {
    String one = nameOfANewCase();
    String other = nameOfANewCase();

    assertThat(one).isNotEqualTo(other);
    assertThat(List.of(one, other))
        .map(name -> target.get("/api/test/" + name))
        .allMatch(EmedgeneAnswers::isSuccess);
  }

  @Test
  @Verifies("EMG-CASE-13")
  void callThatIsNoDryRunCreatesTheCase() {
    String payload = EmedgenePayload.waiting().toString();
    List<String> before = cases.names();

    Answer plain = target.post(ADDRESS, payload);
    Answer saidSo = target.post(ADDRESS + "?dry_run=false", payload);

    assertThat(EmedgeneAnswers.membersOf(saidSo)).isEqualTo(EmedgeneAnswers.membersOf(plain));
    assertThat(hasANewCase(saidSo, before)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"should_upload\":true}", "{\"patients\":{}}"})
  @Verifies(value = "EMG-CASE-18", effect = Effect.CREATE, probe = Probe.INVALID_VALUES)
  void bodyWithoutTestDataIsRefusedWith400(String body) {
    assertThat(target.post(ADDRESS, body).status()).isEqualTo(400);
    assertThat(target.post(ADDRESS + "?dry_run=true", body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource(WITHOUT_PROBAND)
  @Verifies(value = "EMG-CASE-19", effect = Effect.CREATE, probe = Probe.INVALID_VALUES)
  void payloadWithoutAProbandIsRefusedWith400(ObjectNode payload) {
    assertThat(own.create(payload).status()).isEqualTo(400);
  }

  private String nameOfANewCase() {
    return nameIn(own.create(EmedgenePayload.waiting()));
  }

  private static String nameIn(Answer answer) {
    return EmedgeneAnswers.caseNameIn(answer.json())
        .orElseThrow(() -> new AssertionError("The answer names no case."));
  }

  /** Whether there is a case more, to be seen in the list or under the name in the answer. */
  private boolean hasANewCase(Answer answer, List<String> before) {
    boolean readable =
        EmedgeneAnswers.caseNameIn(EmedgeneAnswers.jsonOf(answer))
            .filter(name -> !before.contains(name))
            .flatMap(cases::find)
            .isPresent();
    return readable || !before.containsAll(cases.names());
  }
}
