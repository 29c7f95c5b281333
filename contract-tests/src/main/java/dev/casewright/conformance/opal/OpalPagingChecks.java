package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the list. */
@Checks
class OpalPagingChecks {

  private static final int LEAST_REPORTS = 5;

  private OpalTarget opal;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
  }

  /** The ids of the whole list as it is now. */
  private List<Long> wholeList() {
    assumeTrue(
        OpalReports.of(opal).all().size() > LEAST_REPORTS,
        "The workspace has too few reports for pages.");
    List<Long> all = ids(OpalReports.WHOLE_LIST);
    assertThat(all).hasSizeGreaterThan(LEAST_REPORTS);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&offset=1", "&order_by=run_date", "&report_status=APPROVED"})
  @Verifies("OPAL-PAGE-01")
  void listHasAtMostLimitReports(String more) {
    assertThat(Stream.of(1, 2, 5))
        .allSatisfy(
            limit ->
                assertThat(opal.reportsIfListed("/reports?limit=" + limit + more))
                    .hasSizeLessThanOrEqualTo(limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-100"})
  @Verifies(value = "OPAL-PAGE-02", probe = Probe.INVALID_VALUES)
  void limitBelowOneIsRefused(String limit) {
    assertThat(answerTo("limit", limit).status()).isIn(400, 404, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "1x", "ten"})
  @Verifies(value = "OPAL-PAGE-03", probe = Probe.INVALID_VALUES)
  void limitThatIsNotAnIntegerIsRefused(String limit) {
    assertThat(answerTo("limit", limit).status()).isIn(400, 404, 422);
  }

  /** An order that is refused is left to other requirements. */
  @ParameterizedTest
  @ValueSource(strings = {"", "&order_by=run_date", "&order_by=report_status"})
  @Verifies("OPAL-PAGE-04")
  void offsetTakesThatManyReportsFromTheStart(String more) {
    wholeList();
    List<Long> all = ids(OpalReports.WHOLE_LIST + more);

    assertThat(Stream.of(1, 2, all.size() - 1).filter(offset -> offset > 0 && offset <= all.size()))
        .allSatisfy(
            offset ->
                assertThat(ids(OpalReports.WHOLE_LIST + more + "&offset=" + offset))
                    .isEqualTo(all.subList(offset, all.size())));
  }

  @Test
  @Verifies("OPAL-PAGE-04")
  void pageBeginsWhereItsOffsetSays() {
    List<Long> wholeList = wholeList();

    assertThat(Stream.of(1, 2, 4))
        .allSatisfy(
            offset ->
                assertThat(ids("/reports?limit=2&offset=" + offset))
                    .startsWith(wholeList.get(offset)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-100"})
  @Verifies(value = "OPAL-PAGE-05", probe = Probe.INVALID_VALUES)
  void negativeOffsetIsRefused(String offset) {
    assertThat(answerTo("offset", offset).status()).isIn(400, 404, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "1x", "ten"})
  @Verifies(value = "OPAL-PAGE-06", probe = Probe.INVALID_VALUES)
  void offsetThatIsNotAnIntegerIsRefused(String offset) {
    assertThat(answerTo("offset", offset).status()).isIn(400, 404, 422);
  }

  @Test
  @Verifies("OPAL-PAGE-07")
  void offsetZeroIsAcceptedAndSkipsNothing() {
    List<Long> wholeList = wholeList();

    assertThat(answerTo("offset", "0").status()).isEqualTo(200);
    assertThat(ids(OpalReports.WHOLE_LIST + "&offset=0")).isEqualTo(wholeList);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&limit=2"})
  @Verifies("OPAL-PAGE-08")
  void offsetPastTheEndGivesAnEmptyList(String more) {
    assertThat(
            opal.reports("/reports?offset=" + (ids(OpalReports.WHOLE_LIST).size() + 1000) + more))
        .isEmpty();
  }

  @Test
  @Verifies("OPAL-PAGE-09")
  void limitCountsTheReportsThatFitTheFilter() {
    String filter = filterForTheEndOfTheList();

    assertThat(ids(filter + "&limit=1")).isNotEmpty();
  }

  /** How much an offset skips at all is another requirement. */
  @Test
  @Verifies("OPAL-PAGE-09")
  void offsetCountsTheReportsThatFitTheFilter() {
    String filter = filterForTheEndOfTheList();
    List<Long> found = ids(filter);
    int skipped = wholeList().size() - ids(OpalReports.WHOLE_LIST + "&offset=1").size();

    assertThat(ids(filter + "&offset=1"))
        .isEqualTo(found.subList(Math.min(skipped, found.size()), found.size()));
  }

  /** A filter that finds something, but nothing among the first reports of the whole list. */
  private String filterForTheEndOfTheList() {
    List<Long> wholeList = wholeList();
    List<JsonNode> all = opal.reports(OpalReports.WHOLE_LIST);
    return all.stream()
        .map(report -> OpalTarget.list("report_status", OpalReports.status(report)))
        .distinct()
        .filter(
            filter -> {
              List<Long> found = ids(filter);
              return !found.isEmpty()
                  && wholeList.subList(0, 2).stream().noneMatch(found::contains);
            })
        .findFirst()
        .orElseGet(() -> abort("Every status stands at the start of the list."));
  }

  private Answer answerTo(String parameter, String value) {
    return opal.get(OpalTarget.list(parameter, value));
  }

  private List<Long> ids(String target) {
    return opal.reportsIfListed(target).stream().map(OpalReports::id).toList();
  }
}
