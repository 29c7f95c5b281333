package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of error answers, and what cannot be found. */
@Checks
class EmedgeneErrorChecks {

  private static final String ON_ONE_CASE =
      "dev.casewright.conformance.emedgene.EmedgeneOperation#onOneCase";
  private static final int MOST_FOREIGN_CASES = 100;

  private TargetControl control;
  private EmedgeneTarget target;
  private EmedgeneCases cases;
  private EmedgeneCalls calls;

  @BeforeEach
  void begin(TargetControl control) {
    this.control = control;
    this.target = control.emedgene();
    this.cases = new EmedgeneCases(target);
    this.calls = new EmedgeneCalls(control, cases);
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(
      value = "EMG-ERR-01",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.INVALID_VALUES
      })
  void everyErrorIsJson(EmedgeneOperation operation) {
    assertThat(errorsOf(operation)).allSatisfy(EmedgeneErrorChecks::isJson);
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(
      value = "EMG-ERR-02",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.INVALID_VALUES
      })
  void everyErrorHasATextAsMessageOrIsOne(EmedgeneOperation operation) {
    assertThat(errorsOf(operation)).allSatisfy(EmedgeneErrorChecks::hasMessage);
  }

  @Test
  @Verifies(
      value = "EMG-ERR-01",
      effect = Effect.CREATE,
      probe = {Probe.UNKNOWN_THINGS, Probe.OTHER_METHODS})
  void errorAtAnUnknownAddressIsJson() {
    assertThat(errorAtAnUnknownAddress()).allSatisfy(EmedgeneErrorChecks::isJson);
  }

  @Test
  @Verifies(
      value = "EMG-ERR-02",
      effect = Effect.CREATE,
      probe = {Probe.UNKNOWN_THINGS, Probe.OTHER_METHODS})
  void errorAtAnUnknownAddressHasATextAsMessageOrIsOne() {
    assertThat(errorAtAnUnknownAddress()).allSatisfy(EmedgeneErrorChecks::hasMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/no-such-address",
        "/api/no-such-address/",
        "/api/test/{case_name}/no-such-part",
        "/api/cases/v2/no-such-part",
        "/api/auth/no-such-login",
        "/api/user/no-such-list?query=1"
      })
  @Verifies(
      value = "EMG-ERR-03",
      effect = Effect.CHANGE,
      probe = {Probe.UNKNOWN_THINGS, Probe.OTHER_METHODS})
  void addressThatIsNotPartOfTheApiIsAnsweredWith404(String address) {
    String path =
        address.contains("{case_name}")
            ? address.replace("{case_name}", new EmedgeneOwnCases(control).toBeRefused())
            : address;

    assertThat(target.get(path).status()).isEqualTo(404);
    assertThat(target.post(path, "{}").status()).isEqualTo(404);
    assertThat(target.put(path, "{}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource(ON_ONE_CASE)
  @Verifies(
      value = "EMG-ERR-04",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.UNKNOWN_THINGS)
  void caseNameThatDoesNotExistIsAnsweredWith404(EmedgeneOperation operation) {
    String name = nameOfNoCase(operation);

    assertThat(calls.onCase(operation, name).authorized(target).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource(ON_ONE_CASE)
  @Verifies(
      value = "EMG-ERR-04",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.UNKNOWN_THINGS)
  void textThatIsNoCaseNameIsAnsweredWith404(EmedgeneOperation operation) {
    for (String name : List.of("EMG1", "no-case", "0")) {
      assertThat(calls.onCase(operation, name).authorized(target).status()).as(name).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.conformance.emedgene.EmedgeneOperation#readingOneCase")
  @Verifies(
      value = "EMG-ERR-04",
      effect = Effect.CREATE,
      effectByVariant = true,
      probe = Probe.UNKNOWN_THINGS)
  void numericIdOfACaseIsNoCaseName(EmedgeneOperation operation) {
    String id = cases.read(cases.any()).path("id").asLong(1) + "";

    assertThat(calls.onCase(operation, id).authorized(target).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource(ON_ONE_CASE)
  @Verifies(value = "EMG-ERR-05", effect = Effect.CHANGE, probe = Probe.FOREIGN_THINGS)
  void caseOfAnotherOrganisationIsAnsweredAsIfItDidNotExist(EmedgeneOperation operation) {
    String foreign = foreignCase(operation);

    Answer answer = calls.onCase(operation, foreign).authorized(target);

    assertThat(answer.status()).isEqualTo(404);
    String nobodys = nameOfNoCase(operation);
    Answer ofNobodys = calls.onCase(operation, nobodys).authorized(target);
    if (ofNobodys.status() == 404) {
      assertThat(answer.text().replace(foreign, ""))
          .isEqualTo(ofNobodys.text().replace(nobodys, ""));
    }
  }

  /**
   * A case that only the other organisation has: where the target was made for the run in a status
   * in which all operations are good, else one that was made for it if the operation could change
   * it.
   */
  private String foreignCase(EmedgeneOperation operation) {
    TargetControl other = control.otherSpace();
    EmedgeneOwnCases theirs = new EmedgeneOwnCases(other);
    List<String> ours = cases.names();
    if (!other.isMadeForTheRun()) {
      return Optional.of(operation.reads() ? theirs.any() : theirs.toBeRefused())
          .filter(name -> !ours.contains(name))
          .orElseGet(() -> abort("The two users see the same cases."));
    }
    return Stream.generate(theirs::delivered)
        .limit(MOST_FOREIGN_CASES)
        .filter(name -> !ours.contains(name))
        .findFirst()
        .orElseGet(() -> abort("The other organisation has no case that is not ours too."));
  }

  /**
   * On a target that was not made for the run, what could change a case gets a name that no case
   * can have: one that is not listed may still be there.
   */
  private String nameOfNoCase(EmedgeneOperation operation) {
    if (!operation.reads() && !control.isMadeForTheRun()) {
      return EmedgeneCases.NO_NAME;
    }
    List<String> names = cases.names();
    int number = 999_999_999;
    while (names.contains("EMG" + number)) {
      number--;
    }
    return "EMG" + number;
  }

  private List<Answer> errorAtAnUnknownAddress() {
    return List.of(target.get("/api/no-such-address"), target.post("/api/no-such-address", "{}"));
  }

  /** Errors of an operation, of as many kinds as there are. */
  private List<Answer> errorsOf(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation);
    List<Answer> answers = new ArrayList<>();
    if (operation == EmedgeneOperation.LOGIN || operation == EmedgeneOperation.LOGIN_V1) {
      String wrong = EmedgeneTarget.credentials(target.username(), "wrong-password");
      answers.add(call.withBody(wrong).anonymously(target));
      answers.add(call.emptied().anonymously(target));
    } else {
      answers.add(call.send(target, Map.of()));
      answers.add(call.send(target, Map.of("Authorization", "Bearer never-issued")));
    }
    if (call.body() != null) {
      answers.add(call.withBody("{").authorized(target));
    }
    if (operation.path().contains("{case_name}")) {
      answers.add(calls.onCase(operation, nameOfNoCase(operation)).authorized(target));
    }
    if (operation == EmedgeneOperation.LIST_CASES) {
      answers.add(call.withQuery("from_status_change_date=yesterday").authorized(target));
    }
    if (operation == EmedgeneOperation.FIND_SAMPLES) {
      answers.add(call.withQuery("").authorized(target));
    }
    List<Answer> errors = answers.stream().filter(answer -> answer.status() >= 400).toList();
    assumeTrue(!errors.isEmpty(), "The operation refuses nothing.");
    return errors;
  }

  private static void isJson(Answer answer) {
    assertThat(EmedgeneAnswers.jsonOf(answer).isMissingNode())
        .as("%d without JSON", answer.status())
        .isFalse();
    assertThat(EmedgeneAnswers.mediaTypeOf(answer)).isEqualTo("application/json");
  }

  private static void hasMessage(Answer answer) {
    JsonNode error = EmedgeneAnswers.jsonOf(answer);
    JsonNode message = error.isTextual() ? error : error.path("message");
    assertThat(message.isTextual()).as("%d with a message", answer.status()).isTrue();
    assertThat(message.asText()).isNotBlank();
  }
}
