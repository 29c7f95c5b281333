package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.any.Fit;
import dev.casewright.conformance.any.Fit.WrongValue;
import dev.casewright.conformance.any.Leaks;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.ForEveryOperation;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;

/** What holds of every operation, whichever it is. */
@Checks
class OpalEveryOperationChecks {

  private static final Fit FIT = new Fit(Api.OPAL);

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @ForEveryOperation
  @Verifies("OPAL-ANY-SCHEMA")
  void answerIsOneThatTheContractDeclares(Operation operation) {
    Answer answer = opal.get(OpalOperation.of(operation).path(reports));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(FIT.violations(operation, answer)).isEmpty();
  }

  @ForEveryOperation
  @Verifies(
      value = "OPAL-ANY-REFUSAL",
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.INVALID_VALUES
      })
  void refusalIsOneThatTheContractDeclares(Operation operation) {
    assertThat(refusals(operation))
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(FIT.violations(operation, answer)).isEmpty());
  }

  @ForEveryOperation(withWrongValues = true)
  @Verifies(value = "OPAL-ANY-VALUE", probe = Probe.INVALID_VALUES)
  void valueThatTheSchemaDoesNotAllowIsRefused(Operation operation) {
    List<String> targets = targetsWith(operation, FIT::wrongValues);
    assumeTrue(!targets.isEmpty(), "Its parameters may hold anything.");

    assertThat(targets)
        .allSatisfy(target -> assertThat(opal.get(target).status()).isIn(400, 404, 422));
  }

  @ForEveryOperation
  @Verifies("OPAL-ANY-SLASH")
  void slashAtTheEndOfThePathMakesNoDifference(Operation operation) {
    String path = OpalOperation.of(operation).path(reports);
    Answer without = opal.get(path);
    Answer with = opal.get(path + "/");

    assertThat(with.status()).isEqualTo(without.status()).isEqualTo(200);
    assertThat(with.header("Content-Type")).isEqualTo(without.header("Content-Type"));
  }

  @ForEveryOperation
  @Verifies(
      value = "OPAL-ANY-SECRET",
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.INVALID_VALUES
      })
  void refusalTellsNothingThatNobodyMaySee(Operation operation) {
    String pair = OpalTarget.basic(opal.login(), opal.password()).substring("Basic ".length());

    assertThat(refusals(operation))
        .isNotEmpty()
        .allSatisfy(
            answer -> assertThat(Leaks.in(answer, List.of(opal.password(), pair))).isEmpty());
  }

  private List<Answer> refusals(Operation operation) {
    List<Answer> answers = new ArrayList<>();
    answers.add(opal.getAnonymously(OpalOperation.of(operation).path(reports)));
    targetsWith(operation, FIT::oneWrongValueEach).forEach(to -> answers.add(opal.get(to)));
    return answers.stream().filter(answer -> answer.status() >= 400).toList();
  }

  private List<String> targetsWith(
      Operation operation, BiFunction<Operation, Place, List<WrongValue>> wrongValues) {
    OpalOperation opals = OpalOperation.of(operation);
    List<String> targets = new ArrayList<>();
    wrongValues.apply(operation, Place.PATH).stream()
        .filter(value -> !value.text().contains(" "))
        .forEach(value -> targets.add(opals.path(value.text())));
    wrongValues
        .apply(operation, Place.QUERY)
        .forEach(
            value -> {
              String query = OpalTarget.list(value.parameter(), value.text());
              targets.add(opals.path(reports) + query.substring(query.indexOf('?')));
            });
    return targets;
  }
}
