package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the list. Whether text is sorted with regard to letter case is not known. */
@Checks
class OpalOrderChecks {

  private OpalTarget opal;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_date", "report_type", "report_status"})
  @Verifies("OPAL-ORD-01")
  void documentedOrderIsAccepted(String order) {
    assertThat(opal.get(OpalTarget.list("order_by", order)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_such_order", "created_on", "status", "-run_date", "RUN_DATE"})
  @Verifies(value = "OPAL-ORD-02", probe = Probe.INVALID_VALUES)
  void anotherOrderIsRefused(String order) {
    assertThat(opal.get(OpalTarget.list("order_by", order)).status()).isIn(400, 404, 422);
  }

  @Test
  @Verifies("OPAL-ORD-03")
  void runDateSortsByTheTimeOfCreation() {
    assertSorted("run_date", "created_on");
  }

  @Test
  @Verifies("OPAL-ORD-04")
  void reportTypeSortsByTestType() {
    assertSorted("report_type", "test_type");
  }

  @Test
  @Verifies("OPAL-ORD-05")
  void reportStatusSortsByStatus() {
    assertSorted("report_status", "status");
  }

  @ParameterizedTest
  @CsvSource({"run_date, created_on", "report_type, test_type", "report_status, status"})
  @Verifies("OPAL-ORD-06")
  void orderedListAscends(String order, String field) {
    assertThat(ascends(values(order, field))).isTrue();
  }

  private void assertSorted(String order, String field) {
    List<String> values = values(order, field);

    assertThat(ascends(values) || descends(values)).isTrue();
  }

  private List<String> values(String order, String field) {
    assumeTrue(
        OpalReports.of(opal).all().stream().map(report -> report.path(field)).distinct().count()
            > 1,
        "The reports do not differ in " + field + ".");
    List<String> values =
        opal.reports(OpalTarget.list("order_by", order)).stream()
            .map(report -> report.path(field).asText())
            .toList();
    assertThat(new HashSet<>(values)).hasSizeGreaterThan(1);
    return values;
  }

  private static boolean ascends(List<String> values) {
    return isSorted(values, Comparator.naturalOrder())
        || isSorted(values, String.CASE_INSENSITIVE_ORDER);
  }

  private static boolean descends(List<String> values) {
    return isSorted(values, Comparator.reverseOrder())
        || isSorted(values, String.CASE_INSENSITIVE_ORDER.reversed());
  }

  private static boolean isSorted(List<String> values, Comparator<String> order) {
    return values.stream().sorted(order).toList().equals(values);
  }
}
