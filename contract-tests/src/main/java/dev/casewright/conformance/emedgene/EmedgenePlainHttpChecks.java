package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent without TLS is sent on to TLS. No credentials are sent here. */
@Checks
class EmedgenePlainHttpChecks {

  private static final String QUERY = "status=finalized&query=A%26B%2F%C3%A9%20c&a=1%2B1";

  private EmedgeneTarget target;
  private EmedgeneCalls calls;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.calls = new EmedgeneCalls(control, new EmedgeneCases(target));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(
      value = "EMG-TLS-01",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.PLAIN_HTTP)
  void plainCallIsAnsweredWith302(EmedgeneOperation operation) {
    assertThat(formsOf(operation))
        .allSatisfy(call -> assertThat(sendPlain(call).status()).isEqualTo(302));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(
      value = "EMG-TLS-02",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.PLAIN_HTTP)
  void redirectNamesTheSamePathAndQueryUnderHttps(EmedgeneOperation operation) {
    assertThat(formsOf(operation))
        .allSatisfy(
            call -> {
              URI location = sendPlain(call).location();
              assertThat(location.getScheme()).isEqualTo("https");
              assertThat(location.getRawPath()).isEqualTo(call.path());
              assertThat(location.getRawQuery())
                  .isEqualTo(call.query().isEmpty() ? null : call.query());
            });
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(
      value = "EMG-TLS-03",
      effect = Effect.CHANGE,
      effectByVariant = true,
      probe = Probe.PLAIN_HTTP)
  void redirectHasAnEmptyBody(EmedgeneOperation operation) {
    assertThat(formsOf(operation)).allSatisfy(call -> assertThat(sendPlain(call).body()).isEmpty());
  }

  private List<EmedgeneCall> formsOf(EmedgeneOperation operation) {
    EmedgeneCall call = calls.onCase(operation, EmedgeneCases.NO_NAME).emptied();
    return List.of(
        call.withQuery(""), call.withQuery(QUERY), call.inTheOtherForm().withQuery(QUERY));
  }

  private Answer sendPlain(EmedgeneCall call) {
    return target.sendOverPlainHttp(call.method(), call.target(), Map.of(), call.body());
  }
}
