package dev.casewright.client.opal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.model.OrderBy;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatusFilter;
import dev.casewright.client.opal.model.ReportTypeFilter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpalClientTest {
  private final FixtureServer server =
      FixtureServer.start(request -> Reply.json(200, Samples.report(5012, "CW-1")));
  private final OpalClient client =
      OpalClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .credentials("login", "pässword")
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void credentialsGoAlongWithTheFirstRequestInUtf8() {
    client.getReport(5012);

    String encoded = server.only().header("Authorization").substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
        .isEqualTo("login:pässword");
  }

  @Test
  void aReportIsReadPlainOrExtended() {
    assertThat(client.getReport(5012).id()).isEqualTo(5012);
    client.getExtendedReport(5012);

    assertThat(server.received()).extracting(Received::method).containsOnly("GET");
    assertThat(server.received())
        .extracting(Received::target)
        .containsExactly("/reports/5012", "/reports/5012?extended=True");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"objects\": [%s, %s]}", "[%s, %s]", "[{\"objects\": [%s, %s]}]"})
  void allThreeShapesOfAListAreUnderstood(String shape) {
    server.answer(
        request ->
            Reply.json(200, shape.formatted(Samples.report(1, "a"), Samples.report(2, "b"))));

    assertThat(client.listReports(ReportQuery.all()).firstPage().items())
        .extracting(Report::id)
        .containsExactly(1L, 2L);
  }

  @Test
  void aBareArrayOfOneReportIsNotTakenForAWrapper() {
    server.answer(request -> Reply.json(200, "[" + Samples.report(1, "a") + "]"));

    assertThat(client.listReports(ReportQuery.all()).firstPage().items()).hasSize(1);
  }

  @Test
  void filtersGoOutUnderTheNamesOfTheContractAndAreEscaped() {
    server.answer(request -> Reply.json(200, "{\"objects\": []}"));

    client
        .listReports(
            ReportQuery.builder()
                .reportType(ReportTypeFilter.VAAST_TRIO_REPORT)
                .reportStatus(ReportStatusFilter.of("READY TO REVIEW"))
                .orderBy(OrderBy.RUN_DATE)
                .accessionPart("a%2Fb&c=d+ü")
                .externalIdPart("E/1")
                .genomeNamePart("{x}")
                .genomeId(801)
                .pageSize(25)
                .build())
        .firstPage();

    assertThat(server.only().path()).isEqualTo("/reports");
    assertThat(server.only().query().split("&"))
        .containsExactlyInAnyOrder(
            "report_type=VAAST%20Trio%20Report",
            "report_status=READY%20TO%20REVIEW",
            "order_by=run_date",
            "limit=25",
            "offset=0",
            "external_id=E%2F1",
            "accession_id=a%252Fb%26c%3Dd%2B%C3%BC",
            "genome_id=801",
            "genome_name=%7Bx%7D");
  }

  @Test
  void aQueryWithoutFiltersSendsOnlyLimitAndOffset() {
    server.answer(request -> Reply.json(200, "{\"objects\": []}"));

    client.listReports(ReportQuery.all()).firstPage();

    assertThat(server.only().target()).isEqualTo("/reports?limit=100&offset=0");
  }

  @Test
  void findingByAccessionLeavesOutWhatOnlyContainsIt() {
    serve(
        Samples.report(1, "CW-17"),
        Samples.report(2, "CW-170"),
        Samples.report(3, "cw-17"),
        Samples.report(4, "CW-17"),
        Samples.report(5, "XCW-17"));

    assertThat(client.findByAccession("CW-17")).extracting(Report::id).containsExactly(1L, 4L);
    assertThat(server.received().get(0).query()).contains("accession_id=CW-17");
  }

  @Test
  void searchingByAPartGivesWhatTheServerGives() {
    serve(Samples.report(1, "CW-17"), Samples.report(2, "CW-170"));

    assertThat(client.searchByAccessionPart("W-17").toList()).hasSize(2);
    assertThat(client.searchByExternalIdPart("X").toList()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void aBlankSearchIsRefusedBeforeAnythingIsSent(String blank) {
    for (Runnable search :
        List.<Runnable>of(
            () -> client.findByAccession(blank),
            () -> client.searchByAccessionPart(blank),
            () -> client.searchByExternalIdPart(blank),
            () -> ReportQuery.builder().genomeNamePart(blank))) {
      assertThatThrownBy(search::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("blank");
    }
    assertThatThrownBy(() -> client.findByAccession(null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void findingByGenomeLeavesOutReportsOnOtherGenomes() {
    serve(
        Samples.report(1, "a", 80),
        Samples.report(2, "b", 801),
        Samples.report(3, "c", 9).replace("}", ", \"mother_genome_id\": 80}"));

    assertThat(client.findByGenome(80)).extracting(Report::id).containsExactly(1L, 3L);
  }

  @Test
  void aListIsReadOnlyAsFarAsItIsWalked() {
    serve(
        Stream.iterate(1, id -> id + 1)
            .limit(7)
            .map(id -> Samples.report(id, "a"))
            .toArray(String[]::new));

    Iterator<Report> walk =
        client.listReports(ReportQuery.builder().pageSize(3).build()).iterator();
    assertThat(server.received()).isEmpty();
    walk.next();
    walk.next();
    walk.next();
    assertThat(server.received()).hasSize(1);
    walk.next();
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void theLabelOfTheZoneIsTheDocumentedOneAndTimesAreNotConverted() {
    assertThat(OpalClient.TIME_ZONE_LABEL).isEqualTo("PST");
    assertThat(client.getReport(5012).createdOn()).hasToString("2031-03-01T09:15");
  }

  private void serve(String... reports) {
    server.answer(
        request -> {
          int limit = number(request, "limit");
          int offset = number(request, "offset");
          return Reply.json(
              200,
              Stream.of(reports)
                  .skip(offset)
                  .limit(limit)
                  .collect(Collectors.joining(",", "{\"objects\": [", "]}")));
        });
  }

  private static int number(Received request, String name) {
    return Stream.of(request.query().split("&"))
        .filter(part -> part.startsWith(name + "="))
        .mapToInt(part -> Integer.parseInt(part.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
