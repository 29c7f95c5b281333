package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The id in the path, both forms of a path, and query parameters that mean nothing. */
@Checks
class OpalAddressChecks {

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GET_REPORTS")
  @Verifies(value = "OPAL-ID-01", probe = Probe.UNKNOWN_THINGS)
  void idOfNoReportIsRefused(OpalOperation operation) {
    assertThat(List.of(reports.unusedId(), 0L, -1L))
        .allSatisfy(id -> assertThat(opal.get(operation.path(id)).status()).isIn(400, 404, 422));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GET_REPORTS")
  @Verifies(value = "OPAL-ID-02", probe = Probe.UNKNOWN_THINGS)
  void idOfNoReportGets404(OpalOperation operation) {
    assertThat(List.of(reports.unusedId(), 0L, -1L))
        .allSatisfy(id -> assertThat(opal.get(operation.path(id)).status()).isEqualTo(404));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GET_REPORTS")
  @Verifies(value = "OPAL-ID-03", probe = Probe.INVALID_VALUES)
  void idThatIsNotAnIntegerIsRefused(OpalOperation operation) {
    long id = OpalReports.id(reports.any());

    assertThat(List.of("abc", "1.5", "1x", id + "x", id + ".0", "x" + id))
        .allSatisfy(
            text -> assertThat(opal.get(operation.path(text)).status()).isIn(400, 404, 422));
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(
      value = "OPAL-PATH-01",
      probe = {Probe.UNKNOWN_THINGS, Probe.INVALID_VALUES})
  void slashAtTheEndOfThePathMakesNoDifference(OpalOperation operation) {
    for (String path : paths(operation)) {
      for (String query : List.of("", "?limit=2&extended=True")) {
        Answer with = opal.get(path + "/" + query);

        assertThat(with.header("Location")).as("%s/%s", path, query).isEmpty();
        assertSameAnswer(with, opal.get(path + query));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Verifies(value = "OPAL-PATH-02", probe = Probe.INVALID_VALUES)
  void queryParameterThatTheOperationDoesNotHaveIsIgnored(OpalOperation operation) {
    boolean isList = operation == OpalOperation.GET_REPORTS;
    String target = operation.path(reports) + (isList ? "?limit=100000" : "");
    List<String> queries =
        isList
            ? List.of("&no_such_parameter=1", "&no_such_parameter")
            : List.of("?no_such_parameter=1", "?limit=abc", "?report_status=NOT%20A%20STATUS");

    Answer without = opal.get(target);

    assertThat(queries)
        .map(query -> opal.get(target + query))
        .allSatisfy(answer -> assertSameAnswer(answer, without));
  }

  private List<String> paths(OpalOperation operation) {
    return operation == OpalOperation.GET_REPORTS
        ? List.of(operation.path(reports))
        : List.of(
            operation.path(reports), operation.path(reports.unusedId()), operation.path("abc"));
  }

  /** Two PDFs of one report may differ, for instance in the time when they were made. */
  private static void assertSameAnswer(Answer answer, Answer other) {
    String mediaType = other.header("Content-Type");
    assertThat(answer.status()).isEqualTo(other.status());
    assertThat(answer.header("Content-Type")).isEqualTo(mediaType);
    if (mediaType.contains("json") && !answer.text().equals(other.text())) {
      assertThat(answer.json()).isEqualTo(other.json());
    }
  }
}
