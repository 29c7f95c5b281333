package dev.casewright.contracttests.consumer;

import static dev.casewright.contracttests.consumer.OpalPacts.REFUSAL;
import static dev.casewright.contracttests.consumer.OpalPacts.client;
import static dev.casewright.contracttests.consumer.OpalPacts.list;
import static dev.casewright.contracttests.consumer.OpalPacts.opal;
import static dev.casewright.contracttests.consumer.OpalPacts.page;
import static dev.casewright.contracttests.consumer.OpalPacts.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.dsl.Matchers;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.opal.model.OrderBy;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.opal.model.ReportStatusFilter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our Opal client needs of the operation that lists and finds reports. */
@Tag("consumer")
class OpalListPactTest {

  private static final String READY = "READY TO REVIEW";

  @Test
  void withoutTlsTheServerRedirectsWithTheQueryAndTheClientDoesNotFollow() {
    ConsumerPact.with("opal-plain-http", "a list of reports, without TLS")
        .verifies("getReports", "OPAL-TLS-01", "OPAL-TLS-03", "OPAL-TLS-04")
        .receives("GET", "/reports")
        .query("limit", "100")
        .query("offset", "0")
        .answers(302)
        .answerHeader(
            "Location",
            Matchers.regexp(
                "https://[^/]+/reports\\?(limit=100&offset=0|offset=0&limit=100)",
                "https://localhost/reports?limit=100&offset=0"))
        .whenCalled(
            url ->
                assertThatThrownBy(() -> client(url).listReports(ReportQuery.all()).toList())
                    .isInstanceOf(RedirectException.class)
                    .hasMessageContaining("https base URL"));
  }

  @Test
  void reportsOfOneStatusComeInPages() {
    opal("a page of the reports of one status, in an order", OpalSeed.REPORT, READY)
        .verifies("getReports", "OPAL-LIST-01", "OPAL-STAT-02", "OPAL-ORD-01")
        .receives("GET", "/reports")
        .query("report_status", READY)
        .query("order_by", "run_date")
        .query("limit", "1")
        .query("offset", "0")
        .answers(200)
        .answerJson(list(report(OpalSeed.REPORT, READY, OpalSeed.ACCESSION)))
        .exactly("$.objects[*].status")
        .whenCalled(
            url -> {
              ReportQuery query =
                  ReportQuery.builder()
                      .reportStatus(ReportStatusFilter.READY_TO_REVIEW)
                      .orderBy(OrderBy.RUN_DATE)
                      .pageSize(1)
                      .build();
              assertThat(client(url).listReports(query).iterator().next().status())
                  .isEqualTo(ReportStatus.READY_TO_REVIEW);
            });
  }

  @Test
  void walkEndsAfterTwoEmptyPages() {
    String part = "no accession has this part";
    ConsumerPact.together(
        List.of(
            page("no report by an accession that nothing has", 0)
                .verifies("getReports", "OPAL-FIND-02")
                .query("accession_id", part)
                .answerJson(list())
                .exactly("$.objects"),
            page("no report past the end of the list either", 100)
                .verifies("getReports", "OPAL-PAGE-08")
                .query("accession_id", part)
                .answerJson(list())
                .exactly("$.objects")),
        url -> assertThat(client(url).findByAccession(part)).isEmpty());
  }

  @Test
  void statusThatTheServerDoesNotKnowIsRefused() {
    opal("reports of a status that does not exist")
        .verifies("getReports", "OPAL-STAT-03", "OPAL-ERR-06")
        .receives("GET", "/reports")
        .query("report_status", "NO SUCH STATUS")
        .query("limit", "100")
        .query("offset", "0")
        .answers(422)
        .answerJson(REFUSAL)
        .whenCalled(
            url -> {
              ReportQuery query =
                  ReportQuery.builder()
                      .reportStatus(ReportStatusFilter.of("NO SUCH STATUS"))
                      .build();
              assertThatThrownBy(() -> client(url).listReports(query).toList())
                  .isInstanceOf(InvalidRequestException.class)
                  .hasMessageNotContaining("Synthetic");
            });
  }

  @Test
  void middlePartOfAnAccessionFindsItsReport() {
    page("reports by the middle part of an accession", 0)
        .verifies("getReports", "OPAL-FIND-01", "OPAL-FIND-02")
        .query("accession_id", OpalSeed.ACCESSION_PART)
        .answerJson(list(report(OpalSeed.REPORT, READY, OpalSeed.ACCESSION)))
        .notEmpty("$.objects")
        .matching("$.objects[*].accession_id", ".+" + OpalSeed.ACCESSION_PART + ".+")
        .whenCalled(
            url ->
                assertThat(
                        client(url)
                            .searchByAccessionPart(OpalSeed.ACCESSION_PART)
                            .iterator()
                            .next()
                            .accessionId())
                    .isEqualTo(OpalSeed.ACCESSION));
  }

  @Test
  void whatIsFoundBeyondTheWholeAccessionIsLeftOut() {
    ConsumerPact.together(
        List.of(
            page("reports by an accession that is a part of another", 0)
                .verifies("getReports", "OPAL-FIND-01")
                .query("accession_id", OpalSeed.NESTED_ACCESSION)
                .answerJson(
                    list(
                        report(OpalSeed.REPORT, READY, OpalSeed.NESTED_ACCESSION),
                        report(OpalSeed.REPORT + 1, READY, OpalSeed.NESTING_ACCESSION)))
                .matching("$.objects[*].accession_id", ".*" + OpalSeed.NESTED_ACCESSION + ".*"),
            page("no more reports by that accession", 2)
                .verifies("getReports", "OPAL-PAGE-09")
                .query("accession_id", OpalSeed.NESTED_ACCESSION)
                .answerJson(list())
                .exactly("$.objects"),
            page("still no more reports by that accession", 102)
                .verifies("getReports", "OPAL-PAGE-08")
                .query("accession_id", OpalSeed.NESTED_ACCESSION)
                .answerJson(list())
                .exactly("$.objects")),
        url ->
            assertThat(client(url).findByAccession(OpalSeed.NESTED_ACCESSION))
                .extracting(Report::accessionId)
                .containsExactly(OpalSeed.NESTED_ACCESSION));
  }

  @Test
  void partOfAnExternalIdFindsReports() {
    page("reports by a part of an external id", 0)
        .verifies("getReports", "OPAL-FIND-03")
        .query("external_id", OpalSeed.EXTERNAL_ID_PART)
        .answerJson(list(report(OpalSeed.REPORT, READY, OpalSeed.ACCESSION)))
        .notEmpty("$.objects")
        .whenCalled(
            url ->
                assertThat(
                        client(url)
                            .searchByExternalIdPart(OpalSeed.EXTERNAL_ID_PART)
                            .iterator()
                            .hasNext())
                    .isTrue());
  }

  @Test
  void genomeIsFoundByItsWholeId() {
    String found =
        report(OpalSeed.REPORT, READY, OpalSeed.ACCESSION)
            .replaceFirst("}$", ", \"genome_id\": " + OpalSeed.GENOME + "}");
    page("reports by the id of a genome", 0)
        .verifies("getReports", "OPAL-FIND-08")
        .query("genome_id", Long.toString(OpalSeed.GENOME))
        .answerJson(list(found))
        .notEmpty("$.objects")
        .exactly("$.objects[*].genome_id")
        .whenCalled(
            url -> {
              ReportQuery query = ReportQuery.builder().genomeId(OpalSeed.GENOME).build();
              assertThat(client(url).listReports(query).iterator().next().genomeId())
                  .contains(OpalSeed.GENOME);
            });
  }

  @Test
  void partOfAGenomeIdFindsNothing() {
    ConsumerPact.together(
        List.of(
            page("reports by a part of the id of a genome", 0)
                .verifies("getReports", "OPAL-FIND-08", "OPAL-FIND-09")
                .query("genome_id", Long.toString(OpalSeed.GENOME_PART))
                .answerJson(list())
                .exactly("$.objects"),
            page("no more reports by a part of the id of a genome", 100)
                .verifies("getReports", "OPAL-FIND-08", "OPAL-PAGE-08")
                .query("genome_id", Long.toString(OpalSeed.GENOME_PART))
                .answerJson(list())
                .exactly("$.objects")),
        url -> assertThat(client(url).findByGenome(OpalSeed.GENOME_PART)).isEmpty());
  }
}
