package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.any.Fit;
import dev.casewright.conformance.any.Fit.WrongValue;
import dev.casewright.conformance.any.Leaks;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.ForEveryOperation;
import dev.casewright.conformance.check.ForEveryOperation.Kind;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** What holds of every operation, whichever it is. */
@Checks
class EmedgeneEveryOperationChecks {

  private static final Fit FIT = new Fit(Api.EMEDGENE);

  private EmedgeneTarget target;
  private EmedgeneCalls calls;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.calls = new EmedgeneCalls(control, new EmedgeneCases(target));
    this.own = new EmedgeneOwnCases(control);
  }

  @ForEveryOperation
  @Verifies("EMG-ANY-SCHEMA")
  void answerIsOneThatTheContractDeclares(Operation operation) {
    assertFits(operation);
  }

  @ForEveryOperation(Kind.CHANGING)
  @Verifies(value = "EMG-ANY-SCHEMA", effect = Effect.CHANGE)
  void answerToAChangeIsOneThatTheContractDeclares(Operation operation) {
    assertFits(operation);
  }

  @ForEveryOperation
  @Verifies(
      value = "EMG-ANY-REFUSAL",
      probe = {Probe.NO_CREDENTIALS, Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES})
  void refusalIsOneThatTheContractDeclares(Operation operation) {
    assertRefusalsFit(operation);
  }

  @ForEveryOperation(Kind.CHANGING)
  @Verifies(
      value = "EMG-ANY-REFUSAL",
      probe = {Probe.NO_CREDENTIALS, Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES},
      effect = Effect.CHANGE)
  void refusalOfAChangeIsOneThatTheContractDeclares(Operation operation) {
    assertRefusalsFit(operation);
  }

  @ForEveryOperation(withWrongValues = true)
  @Verifies(value = "EMG-ANY-VALUE", probe = Probe.INVALID_VALUES)
  void valueThatTheSchemaDoesNotAllowIsRefused(Operation operation) {
    assertWrongValuesAreRefused(operation);
  }

  @ForEveryOperation(value = Kind.CHANGING, withWrongValues = true)
  @Verifies(value = "EMG-ANY-VALUE", probe = Probe.INVALID_VALUES, effect = Effect.CHANGE)
  void valueInAChangeThatTheSchemaDoesNotAllowIsRefused(Operation operation) {
    assertWrongValuesAreRefused(operation);
  }

  @ForEveryOperation
  @Verifies("EMG-ANY-SLASH")
  void slashAtTheEndOfThePathMakesNoDifference(Operation operation) {
    assertBothFormsAreAnsweredAlike(operation);
  }

  @ForEveryOperation(Kind.CHANGING)
  @Verifies(value = "EMG-ANY-SLASH", effect = Effect.CHANGE)
  void slashAtTheEndOfThePathMakesNoDifferenceToAChange(Operation operation) {
    assertBothFormsAreAnsweredAlike(operation);
  }

  @ForEveryOperation
  @Verifies(
      value = "EMG-ANY-SECRET",
      probe = {Probe.NO_CREDENTIALS, Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES})
  void refusalTellsNothingThatNobodyMaySee(Operation operation) {
    assertNothingIsTold(operation);
  }

  @ForEveryOperation(Kind.CHANGING)
  @Verifies(
      value = "EMG-ANY-SECRET",
      probe = {Probe.NO_CREDENTIALS, Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES},
      effect = Effect.CHANGE)
  void refusalOfAChangeTellsNothingThatNobodyMaySee(Operation operation) {
    assertNothingIsTold(operation);
  }

  private void assertFits(Operation operation) {
    Answer answer = goodCall(operation).authorized(target);

    assertThat(answer).matches(EmedgeneAnswers::isSuccess);
    assertThat(FIT.violations(operation, answer)).isEmpty();
  }

  private void assertRefusalsFit(Operation operation) {
    assertThat(refusals(operation))
        .allSatisfy(answer -> assertThat(FIT.violations(operation, answer)).isEmpty());
  }

  private void assertWrongValuesAreRefused(Operation operation) {
    List<EmedgeneCall> wrong = callsWith(operation, FIT.wrongValues(operation, Place.QUERY));
    assumeTrue(!wrong.isEmpty(), "Its parameters may hold anything.");

    assertThat(wrong)
        .allSatisfy(call -> assertThat(call.authorized(target).status()).isIn(400, 404, 422));
  }

  private void assertBothFormsAreAnsweredAlike(Operation operation) {
    Answer one = goodCall(operation).authorized(target);
    Answer other = goodCall(operation).inTheOtherForm().authorized(target);

    assertThat(other.status()).isEqualTo(one.status()).isBetween(200, 299);
    assertThat(EmedgeneAnswers.mediaTypeOf(other)).isEqualTo(EmedgeneAnswers.mediaTypeOf(one));
  }

  private void assertNothingIsTold(Operation operation) {
    List<String> secrets = List.of(target.password(), target.token());

    assertThat(refusals(operation))
        .allSatisfy(answer -> assertThat(Leaks.in(answer, secrets)).isEmpty());
  }

  private EmedgeneCall goodCall(Operation operation) {
    EmedgeneOperation ours = EmedgeneOperation.of(operation);
    return ours.reads() || ours == EmedgeneOperation.LOGIN || ours == EmedgeneOperation.LOGIN_V1
        ? calls.onListed(ours)
        : calls.onOwn(ours, own);
  }

  /** No wrong password is among them: real servers lock users out. */
  private List<Answer> refusals(Operation operation) {
    EmedgeneCall call = calls.onListed(EmedgeneOperation.of(operation));
    List<Answer> answers = new ArrayList<>();
    if (call.isLogin()) {
      answers.add(call.emptied().anonymously(target));
    } else {
      answers.add(call.anonymously(target));
      answers.add(call.send(target, Map.of("Authorization", "Bearer never-issued")));
    }
    if (call.body() != null) {
      answers.add(call.withBody("{").authorized(target));
    }
    callsWith(operation, FIT.oneWrongValueEach(operation, Place.QUERY))
        .forEach(wrong -> answers.add(wrong.authorized(target)));
    List<Answer> errors = answers.stream().filter(answer -> answer.status() >= 400).toList();
    assertThat(errors).isNotEmpty();
    return errors;
  }

  private List<EmedgeneCall> callsWith(Operation operation, List<WrongValue> values) {
    EmedgeneCall call = calls.onListed(EmedgeneOperation.of(operation));
    return values.stream().map(value -> call.withQuery(queryWith(value, call.query()))).toList();
  }

  /** The query with one parameter more, or with another value of one that it has. */
  private static String queryWith(WrongValue value, String query) {
    String pair = value.parameter() + "=" + EmedgeneSamples.encoded(value.text());
    return Stream.concat(
            Stream.of(query.split("&"))
                .filter(each -> !each.isEmpty())
                .filter(each -> !each.startsWith(value.parameter() + "=")),
            Stream.of(pair))
        .collect(Collectors.joining("&"));
  }
}
