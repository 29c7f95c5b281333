package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain HTTP is never served, only redirected. */
@Checks
class OpalTransportChecks {

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-TLS-01", probe = Probe.PLAIN_HTTP)
  void plainHttpIsRefusedWithAndWithoutCredentials(OpalOperation operation) {
    assertThat(overPlainHttp(operation.path(reports)))
        .allSatisfy(answer -> assertThat(answer.status()).isIn(302, 404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports?limit=0", "/reports/abc", "/reports/0", "/reports/"})
  @Verifies(value = "OPAL-TLS-01", probe = Probe.PLAIN_HTTP)
  void plainHttpIsRefusedWhateverIsAskedFor(String target) {
    assertThat(overPlainHttp(target))
        .allSatisfy(answer -> assertThat(answer.status()).isIn(302, 404));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-TLS-02", probe = Probe.PLAIN_HTTP)
  void redirectOfPlainHttpHasNoBody(OpalOperation operation) {
    assertThat(overPlainHttp(operation.path(reports)))
        .filteredOn(answer -> answer.status() != 404)
        .allSatisfy(answer -> assertThat(answer.body()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-TLS-03", probe = Probe.PLAIN_HTTP)
  void redirectLeadsToTheSameHostOverHttps(OpalOperation operation) {
    assertThat(overPlainHttp(operation.path(reports)))
        .allSatisfy(
            answer -> {
              assertThat(location(answer)).hasScheme("https");
              assertThat(location(answer)).hasHost(opal.plainHttpHost());
            });
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-TLS-04", probe = Probe.PLAIN_HTTP)
  void redirectKeepsPathAndQuery(OpalOperation operation) {
    String path = operation.path(reports);
    String query = "limit=1&report_status=READY%20TO%20REVIEW&extended=True";

    assertThat(overPlainHttp(path + "?" + query))
        .allSatisfy(
            answer -> {
              assertThat(location(answer).getRawPath()).isEqualTo(path);
              assertThat(location(answer).getRawQuery()).isEqualTo(query);
            });
    assertThat(overPlainHttp(path))
        .allSatisfy(
            answer -> {
              assertThat(location(answer).getRawPath()).isEqualTo(path);
              assertThat(location(answer).getRawQuery()).isNull();
            });
  }

  private List<Answer> overPlainHttp(String target) {
    return List.of(
        opal.sendOverPlainHttp("GET", target, Map.of(), null),
        opal.sendOverPlainHttp("GET", target, opal.credentials(), null));
  }

  private static URI location(Answer answer) {
    return answer.location();
  }
}
