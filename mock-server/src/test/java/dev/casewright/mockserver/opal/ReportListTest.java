package dev.casewright.mockserver.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.space.Genome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportListTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void withoutParametersTheListHasEveryReportOfTheSpace() {
    assertThat(ids("")).isEqualTo(MOCK.space().reportIds());
  }

  @Test
  void aReportInTheListHasTheTwentyFieldsOfTheSample() {
    assertThat(list("").path("objects"))
        .allSatisfy(
            report ->
                assertThat(fieldNames(report))
                    .contains(
                        "id",
                        "workspace_id",
                        "created_by",
                        "created_on",
                        "panel_id",
                        "genome_id",
                        "filter_id",
                        "status",
                        "test_type",
                        "sample_collected_date",
                        "sample_received_date",
                        "accession_id",
                        "report_approved_date",
                        "variant_report_id",
                        "vaast_report_id",
                        "include_cosmic",
                        "version",
                        "variant_count",
                        "reviewed_variant_count",
                        "patient_dict")
                    .doesNotContain("type", "filter_name", "variants", "patient_fields"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CW-2025-00007", "2025-00007", "CW-2025-0000", "00007", "-0000"})
  void aPartOfAnAccessionFindsIt(String part) {
    assertThat(texts("?accession_id=" + part, "accession_id"))
        .isNotEmpty()
        .allMatch(accession -> accession.contains(part))
        .hasSize((int) texts("", "accession_id").filter(text -> text.contains(part)).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CW_2025_", "%2025%", "_", "%"})
  void percentSignAndUnderscoreStandForThemselves(String part) {
    assertThat(texts("?accession_id=" + encoded(part), "accession_id"))
        .isNotEmpty()
        .allMatch(accession -> accession.contains(part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "%"})
  void thePercentSignAndUnderscoreOfAGenomeStandForThemselves(String part) {
    assertThat(ids("?external_id=" + encoded(part)))
        .isNotEmpty()
        .allMatch(id -> MOCK.space().genome(id).orElseThrow().externalId().contains(part));
    assertThat(ids("?genome_name=" + encoded(part)))
        .isNotEmpty()
        .allMatch(id -> MOCK.space().genome(id).orElseThrow().name().contains(part));
  }

  @Test
  void upperAndLowerCaseDiffer() {
    assertThat(ids("?accession_id=cw-2025-00007")).isEmpty();
    assertThat(ids("?accession_id=CW-2025-00007")).isNotEmpty();
  }

  @Test
  void genomeNameAndExternalIdAreFoundByParts() {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    Genome genome = MOCK.space().genome(id).orElseThrow();

    assertThat(ids("?external_id=" + genome.externalId().substring(2, 8))).contains(id);
    assertThat(ids("?genome_name=" + genome.name().substring(3, 12))).contains(id);
    assertThat(ids("?external_id=NO-SUCH-ID")).isEmpty();
  }

  @Test
  void aGenomeIdMatchesAsAWholeNumber() {
    assertThat(texts("?genome_id=801", "genome_id")).isNotEmpty().allMatch("801"::equals);
    assertThat(texts("?genome_id=80", "genome_id")).isNotEmpty().allMatch("80"::equals);
    assertThat(ids("?genome_id=0801")).isEqualTo(ids("?genome_id=801"));
    assertThat(ids("?genome_id=99999999999999999")).isEmpty();
  }

  @Test
  void aReportThatWaitsForItsGenomeIsNotFoundByIt() {
    List<Long> waiting = MOCK.space().reportIds("WAITING FOR SAMPLE");

    assertThat(ids("?genome_name=CW")).isNotEmpty().doesNotContainAnyElementsOf(waiting);
  }

  @Test
  void filtersGivenTogetherMustAllHold() {
    assertThat(ids("?accession_id=CW-2025-00001&report_status=APPROVED")).isNotEmpty();
    assertThat(ids("?accession_id=CW-2025-00001&report_status=FAILED&genome_id=802")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Variant Report", "VAAST Trio Report"})
  void aReportTypeIsComparedWithTheTestType(String type) {
    assertThat(texts("?report_type=" + encoded(type), "test_type"))
        .isNotEmpty()
        .allMatch(type::equals);
  }

  @Test
  void everyStatusOfTheContractFindsItsReports() {
    for (String status : PdfReportsTest.STATUSES) {
      assertThat(texts("?report_status=" + encoded(status), "status"))
          .isNotEmpty()
          .allMatch(status::equals);
    }
  }

  @ParameterizedTest
  @CsvSource({"run_date, created_on", "report_type, test_type", "report_status, status"})
  void anOrderSortsByTheFieldThatItStandsFor(String order, String field) {
    assertThat(texts("?order_by=" + order, field))
        .hasSize(MOCK.space().reportIds().size())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void limitAndOffsetCountWhatFitsTheFilters() {
    List<Long> approved = MOCK.space().reportIds("APPROVED");

    assertThat(ids("?report_status=APPROVED&limit=3")).isEqualTo(approved.subList(0, 3));
    assertThat(ids("?report_status=APPROVED&limit=3&offset=2")).isEqualTo(approved.subList(2, 5));
    assertThat(ids("?report_status=APPROVED&offset=0")).isEqualTo(approved);
    assertThat(ids("?offset=100000")).isEmpty();
    assertThat(ids("?limit=2147483647")).isEqualTo(MOCK.space().reportIds());
  }

  @ParameterizedTest
  @CsvSource({
    "limit=x, 400",
    "limit=1.5, 400",
    "limit=, 400",
    "offset=x, 400",
    "genome_id=80a, 400",
    "limit=0, 422",
    "limit=-1, 422",
    "offset=-1, 422",
    "order_by=id, 422",
    "report_type=panel, 422",
    "report_status=approved, 422",
    "accession_id=, 422"
  })
  void anInvalidValueIsRefusedWithoutBeingQuoted(String parameter, int status) {
    Answer answer = MOCK.opal("/reports?" + parameter);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("description").asText())
        .contains("query " + parameter.split("=")[0]);
  }

  @Test
  void aRefusalNeverQuotesAValue() {
    Answer answer = MOCK.opal("/reports?limit=CANARY1&report_type=CANARY2&CANARY3=CANARY4");

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("CANARY");
  }

  @Test
  void anUnknownParameterIsIgnored() {
    assertThat(ids("?no_such_parameter=1")).isEqualTo(MOCK.space().reportIds());
  }

  private static JsonNode list(String query) {
    return MOCK.opal("/reports" + query).json();
  }

  private static List<Long> ids(String query) {
    return list(query).path("objects").valueStream().map(r -> r.path("id").asLong()).toList();
  }

  private static Stream<String> texts(String query, String field) {
    return list(query).path("objects").valueStream().map(r -> r.path(field).asText());
  }

  private static List<String> fieldNames(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
