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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies are JSON, whatever they are called. */
@Checks
class EmedgeneBodyChecks {

  private static final String SENDING =
      "dev.casewright.conformance.emedgene.EmedgeneOperation#sending";
  private static final String FORM = "application/x-www-form-urlencoded";

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
  @MethodSource(SENDING)
  @Verifies(value = "EMG-BODY-01", effect = Effect.CHANGE, effectByVariant = true)
  void bodyWithoutAContentTypeIsRead(EmedgeneOperation operation) {
    isAnsweredAsJson(operation, Map.of());
  }

  @ParameterizedTest
  @MethodSource(SENDING)
  @Verifies(value = "EMG-BODY-02", effect = Effect.CHANGE, effectByVariant = true)
  void bodyThatIsCalledAFormIsRead(EmedgeneOperation operation) {
    isAnsweredAsJson(operation, Map.of("Content-Type", FORM));
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.conformance.emedgene.EmedgeneOperation#reading")
  @Verifies(
      value = "EMG-BODY-03",
      effect = Effect.CREATE,
      effectByVariant = true,
      probe = Probe.INVALID_VALUES)
  void bodyOfAReadingCallIsIgnored(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation);
    Answer without = call.authorized(target);
    assumeTrue(
        EmedgeneAnswers.gistOf(call.authorized(target)).equals(EmedgeneAnswers.gistOf(without)),
        "The call is not answered alike twice.");

    for (String body :
        List.of("{}", "{\"status\":\"no_such_status\",\"query\":\"no such sample\"}", "{", "[1")) {
      Answer with = call.withBody(body).authorized(target);
      assertThat(EmedgeneAnswers.gistOf(with)).as(body).isEqualTo(EmedgeneAnswers.gistOf(without));
    }
  }

  @ParameterizedTest
  @MethodSource(SENDING)
  @Verifies(
      value = "EMG-BODY-04",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = {Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES})
  void bodyThatIsNotJsonIsRefusedWith400(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onListed(operation);
    String cut = call.body().substring(0, call.body().length() - 1);

    assertThat(List.of("{", cut, call.body() + "}", "<xml/>", "not JSON"))
        .extracting(body -> call.withBody(body).authorized(target).status())
        .containsOnly(400);
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.conformance.emedgene.EmedgeneOperation#logins")
  @Verifies(
      value = "EMG-BODY-04",
      probe = {Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES})
  void credentialsInTheFormOfAFormAreNotJson(EmedgeneOperation login) {
    String form = "username=" + target.username() + "&password=" + target.password();

    assertThat(calls.onListed(login).withBody(form).anonymously(target).status()).isEqualTo(400);
  }

  private void isAnsweredAsJson(EmedgeneOperation operation, Map<String, String> type) {
    Answer called = calls.onOwn(operation, own).authorized(target);
    assumeTrue(EmedgeneAnswers.isSuccess(called), "The call does not succeed with JSON either.");
    EmedgeneCall call = calls.onOwn(operation, own);

    Answer answer =
        call.isLogin()
            ? call.sendAsIs(target, type)
            : target.withToken(token -> call.sendAsIs(target, withToken(type, token)));

    assertThat(EmedgeneAnswers.membersOf(answer)).isEqualTo(EmedgeneAnswers.membersOf(called));
  }

  private static Map<String, String> withToken(Map<String, String> headers, String token) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + token);
    return all;
  }
}
