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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a token opens, and in which header.
 *
 * <p>Where the token is good, nothing else is done: what writes is sent without content, and it is
 * enough that something else than the token is wrong with it. Where it is not, all else is right.
 */
@Checks
class EmedgeneTokenChecks {

  private static final String WITH_TOKEN =
      "dev.casewright.conformance.emedgene.EmedgeneOperation#withToken";
  private static final String STANDARD = "Authorization";
  private static final String VENDORS = "Emgauthorization";
  private static final String NEVER_ISSUED = "Bearer never-issued";

  private EmedgeneTarget target;
  private TargetControl control;
  private EmedgeneCalls calls;

  @BeforeEach
  void begin(TargetControl control) {
    this.control = control;
    this.target = control.emedgene();
    this.calls = new EmedgeneCalls(control, new EmedgeneCases(target));
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(value = "EMG-AUTH-05", effect = Effect.CHANGE, effectByVariant = true)
  void letterCaseOfTheSchemeDoesNotMatter(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation).emptied();

    for (String scheme : List.of("Bearer", "bearer", "BEARER", "beaReR")) {
      Answer answer = with(call, STANDARD, scheme);
      assertThat(EmedgeneAnswers.isLetIn(answer)).as(scheme).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(value = "EMG-AUTH-05", effect = Effect.CHANGE, effectByVariant = true)
  void letterCaseOfTheSchemeDoesNotMatterInTheVendorsHeaderEither(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation).emptied();
    Answer capitalised = with(call, VENDORS, "Bearer");

    for (String scheme : List.of("bearer", "BEARER", "beaReR")) {
      Answer answer = with(call, VENDORS, scheme);
      assertThat(answer.status()).as(scheme).isEqualTo(capitalised.status());
    }
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(value = "EMG-AUTH-06", effect = Effect.CHANGE, effectByVariant = true)
  void tokenInTheVendorsHeaderIsEnough(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation).emptied();

    Answer answer = with(call, VENDORS, "Bearer");

    assertThat(EmedgeneAnswers.isLetIn(answer)).isTrue();
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-07",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.WRONG_CREDENTIALS)
  void oneValidTokenOfTwoIsEnough(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation).emptied();

    Answer firstGood =
        target.withToken(
            token -> call.send(target, Map.of(STANDARD, "Bearer " + token, VENDORS, NEVER_ISSUED)));
    Answer secondGood =
        target.withToken(
            token -> call.send(target, Map.of(STANDARD, NEVER_ISSUED, VENDORS, "Bearer " + token)));

    assertThat(EmedgeneAnswers.isLetIn(firstGood)).as("the first is good").isTrue();
    assertThat(EmedgeneAnswers.isLetIn(secondGood)).as("the second is good").isTrue();
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-08",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.NO_CREDENTIALS)
  void callWithoutATokenIsRefused(EmedgeneOperation operation) {
    assertThat(withoutAToken(operation)).allSatisfy(EmedgeneTokenChecks::isRefused);
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-09",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.NO_CREDENTIALS)
  void callWithoutATokenIsRefusedWith401(EmedgeneOperation operation) {
    assertThat(withoutAToken(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-10",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.WRONG_CREDENTIALS)
  void tokenThatWasNeverIssuedIsRefused(EmedgeneOperation operation) {
    assertThat(withATokenNeverIssued(operation)).allSatisfy(EmedgeneTokenChecks::isRefused);
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-11",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.WRONG_CREDENTIALS)
  void tokenThatWasNeverIssuedIsRefusedWith401(EmedgeneOperation operation) {
    assertThat(withATokenNeverIssued(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-12",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.WRONG_CREDENTIALS)
  void expiredTokenIsRefused(EmedgeneOperation operation) {
    assertThat(withAnExpiredToken(operation)).allSatisfy(EmedgeneTokenChecks::isRefused);
  }

  @ParameterizedTest
  @MethodSource(WITH_TOKEN)
  @Verifies(
      value = "EMG-AUTH-13",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.WRONG_CREDENTIALS)
  void expiredTokenIsRefusedWith401(EmedgeneOperation operation) {
    assertThat(withAnExpiredToken(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
  }

  private List<Answer> withoutAToken(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation);
    return List.of(call.send(target, Map.of()), call.send(target, Map.of(STANDARD, "")));
  }

  private List<Answer> withATokenNeverIssued(EmedgeneOperation operation) {
    return refusedIn(operation, List.of(NEVER_ISSUED, "Bearer " + forged()));
  }

  private List<Answer> withAnExpiredToken(EmedgeneOperation operation) {
    return refusedIn(operation, List.of("Bearer " + control.expiredToken()));
  }

  private List<Answer> refusedIn(EmedgeneOperation operation, List<String> values) {
    EmedgeneCall call = calls.onListed(operation);
    return values.stream()
        .flatMap(value -> Stream.of(Map.of(STANDARD, value), Map.of(VENDORS, value)))
        .map(headers -> call.send(target, headers))
        .toList();
  }

  /** A good token with one letter in its middle changed. */
  private String forged() {
    StringBuilder token = new StringBuilder(target.token());
    assumeTrue(token.length() > 0, "The login gives no token.");
    int middle = token.length() / 2;
    token.setCharAt(middle, token.charAt(middle) == '1' ? '2' : '1');
    return token.toString();
  }

  private Answer with(EmedgeneCall call, String header, String scheme) {
    return target.withToken(token -> call.send(target, Map.of(header, scheme + " " + token)));
  }

  private static void isRefused(Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
  }
}
