package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every request needs the login and the password of an API key, by HTTP Basic. */
@Checks
class OpalAuthenticationChecks {

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-01", probe = Probe.NO_CREDENTIALS)
  void requestWithoutCredentialsIsRefused(OpalOperation operation) {
    assertThat(opal.getAnonymously(operation.path(reports)).status()).isIn(401, 403);
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-02", probe = Probe.NO_CREDENTIALS)
  void requestWithoutCredentialsIsRefusedWith401(OpalOperation operation) {
    assertThat(opal.getAnonymously(operation.path(reports)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-03", probe = Probe.NO_CREDENTIALS)
  void refusalOfARequestWithoutCredentialsNamesTheSchemeBasic(OpalOperation operation) {
    Answer answer = opal.getAnonymously(operation.path(reports));

    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .anySatisfy(challenge -> assertThat(challenge).matches("(?i)(.*, *)?Basic( .*|,.*)?"));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-04", probe = Probe.WRONG_CREDENTIALS)
  void unknownLoginIsRefused(OpalOperation operation) {
    assertThat(withUnknownLogins(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 403));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-05", probe = Probe.WRONG_CREDENTIALS)
  void wrongPasswordIsRefused(OpalOperation operation) {
    assertThat(withWrongPasswords(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 403));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-06", probe = Probe.WRONG_CREDENTIALS)
  void unknownLoginAndWrongPasswordAreRefusedWith401(OpalOperation operation) {
    List<Answer> answers = new ArrayList<>(withUnknownLogins(operation));
    answers.addAll(withWrongPasswords(operation));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-07", probe = Probe.WRONG_CREDENTIALS)
  void bareKeyIsRefused(OpalOperation operation) {
    String pair = OpalTarget.basic(opal.login(), opal.password()).substring("Basic ".length());

    assertThat(List.of(opal.password(), opal.login(), opal.login() + ":" + opal.password(), pair))
        .map(key -> opal.getWithAuthorization(operation.path(reports), key))
        .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 403));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-AUTH-09", probe = Probe.NO_CREDENTIALS)
  void credentialsAreCheckedBeforeTheRequestAndTheReport(OpalOperation operation) {
    List<String> targets =
        operation == OpalOperation.GET_REPORTS
            ? List.of(
                "/reports?limit=0",
                "/reports?offset=abc",
                "/reports?genome_id=abc",
                "/reports?report_status=NOT%20A%20STATUS")
            : List.of(operation.path("abc"), operation.path(0), operation.path(reports.unusedId()));

    assertThat(targets)
        .map(opal::getAnonymously)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 403));
  }

  private List<Answer> withUnknownLogins(OpalOperation operation) {
    return List.of(
        with(operation, "unknown-" + opal.login(), opal.password()),
        with(operation, "", opal.password()));
  }

  private List<Answer> withWrongPasswords(OpalOperation operation) {
    String password = opal.password();
    return List.of(
        with(operation, opal.login(), "x" + password),
        with(operation, opal.login(), password + "x"),
        with(operation, opal.login(), password.substring(0, password.length() - 1)),
        with(operation, opal.login(), ""));
  }

  private Answer with(OpalOperation operation, String login, String password) {
    return opal.getWithAuthorization(operation.path(reports), OpalTarget.basic(login, password));
  }
}
