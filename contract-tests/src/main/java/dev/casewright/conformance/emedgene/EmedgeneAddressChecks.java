package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that mean the same. */
@Checks
class EmedgeneAddressChecks {

  private EmedgeneTarget target;
  private EmedgeneCalls calls;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.calls = new EmedgeneCalls(control, new EmedgeneCases(target));
    this.own = new EmedgeneOwnCases(control);
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.conformance.emedgene.EmedgeneOperation#reading")
  @Verifies(value = "EMG-PATH-01", effect = Effect.CREATE, effectByVariant = true)
  void readingIsAnsweredAlikeWithAndWithoutASlashAtTheEnd(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation);

    Answer asInTheContract = call.authorized(target);
    Answer inTheOtherForm = call.inTheOtherForm().authorized(target);

    assertThat(List.of(asInTheContract.status(), inTheOtherForm.status()))
        .allMatch(status -> status / 100 != 3);
    assumeTrue(
        EmedgeneAnswers.isSuccess(asInTheContract) || EmedgeneAnswers.isSuccess(inTheOtherForm),
        "The call succeeds in neither form.");
    assertThat(EmedgeneAnswers.gistOf(inTheOtherForm))
        .isEqualTo(EmedgeneAnswers.gistOf(asInTheContract));
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.conformance.emedgene.EmedgeneOperation#sending")
  @Verifies(value = "EMG-PATH-02", effect = Effect.CHANGE, effectByVariant = true)
  void writingIsAnsweredAlikeWithAndWithoutASlashAtTheEnd(EmedgeneOperation operation) {
    Answer asInTheContract = calls.onOwn(operation, own).authorized(target);
    Answer inTheOtherForm = calls.onOwn(operation, own).inTheOtherForm().authorized(target);

    assertThat(List.of(asInTheContract.status(), inTheOtherForm.status()))
        .allMatch(status -> status / 100 != 3);
    assumeTrue(
        EmedgeneAnswers.isSuccess(asInTheContract) || EmedgeneAnswers.isSuccess(inTheOtherForm),
        "The call succeeds in neither form.");
    assertThat(EmedgeneAnswers.membersOf(inTheOtherForm))
        .isEqualTo(EmedgeneAnswers.membersOf(asInTheContract));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/test?",
        "/api/test?status=finalized&",
        "/api/sample/?query=S&",
        "/api/sample/?query=S&sampleType=fastq&"
      })
  @Verifies(value = "EMG-PATH-03", probe = Probe.INVALID_VALUES)
  void unknownQueryParameterIsIgnored(String address) {
    Answer without = target.get(address.substring(0, address.length() - 1));
    Answer with = target.get(address + "no_such_parameter=1");

    assertThat(with.status()).isEqualTo(without.status());
    assertThat(EmedgeneAnswers.gistOf(with)).isEqualTo(EmedgeneAnswers.gistOf(without));
  }
}
