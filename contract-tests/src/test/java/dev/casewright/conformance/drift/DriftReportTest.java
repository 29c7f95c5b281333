package dev.casewright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import dev.casewright.conformance.drift.DriftReport.Origin;
import dev.casewright.openapi.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import dev.casewright.openapi.lint.ContractLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftReportTest {

  private static final LocalDate DAY = LocalDate.of(2031, 3, 4);

  private final DriftCollector collector = new DriftCollector();
  private FixedServer server;
  private Watched opal;

  @BeforeEach
  void start() throws IOException {
    server = new FixedServer();
    opal = new Watched(server.url(), Api.OPAL, collector);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String patch() throws IOException {
    return patch(Api.OPAL);
  }

  private String patch(Api api) throws IOException {
    return collector.report().patch(api, openApi(api), Origin.VENDOR, DAY);
  }

  private static String openApi(Api api) throws IOException {
    try (var in = Contract.class.getResourceAsStream(api.id() + "/openapi.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The contract with the patch, which another library has applied. */
  private Contract patched() throws IOException, PatchFailedException {
    return patched(Api.OPAL);
  }

  private Contract patched(Api api) throws IOException, PatchFailedException {
    List<String> before = openApi(api).lines().toList();
    List<String> diff = patch(api).lines().dropWhile(line -> !line.startsWith("---")).toList();
    return Contract.parse(
        api,
        String.join("\n", DiffUtils.patch(before, UnifiedDiffUtils.parseUnifiedDiff(diff))) + "\n");
  }

  @Test
  void aPatchTakesUpNewFieldsAsOptionalOnesThatMayBeAboutPatients() throws Exception {
    server.answers(
        200, "{\"objects\": [{\"lab_code\": \"A\"}, {\"lab_code\": null}], \"total\": 2.5}");
    opal.get("/reports");
    Contract patched = patched();
    var field = patched.at("/components/schemas/Report/properties/lab_code");
    assertThat(field.path("type").asText()).isEqualTo("string");
    assertThat(field.path("nullable").asBoolean()).isTrue();
    assertThat(field.path("x-phi").asBoolean()).isTrue();
    assertThat(field.path("x-evidence").asText()).isEqualTo("shown");
    assertThat(patched.at("/components/schemas/Report/required").toString())
        .doesNotContain("lab_code");
    assertThat(patched.at("/components/schemas/ReportList/properties/total/type").asText())
        .isEqualTo("number");
  }

  @Test
  void aPatchTakesUpANewStatus() throws Exception {
    server.answers(418, "");
    opal.get("/reports");
    Answer answer = patched().operation("getReports").answers().get(418);
    assertThat(answer.evidence()).hasToString("shown");
  }

  @Test
  void aPatchTakesUpANewHeader() throws Exception {
    server.with("Retry-After", "7").answers(200, "{\"objects\": []}");
    opal.get("/reports");
    Answer answer = patched().operation("getReports").answers().get(200);
    assertThat(answer.headers()).anyMatch(header -> header.name().equals("retry-after"));
  }

  @Test
  void aPatchPutsANewHeaderBesideThoseThatAreThere() throws Exception {
    server.with("Content-Type", "application/pdf").with("ETag", "7").answers(200, "%PDF");
    opal.get("/reports/5012/pdf_report");
    Answer answer = patched().operation("getFinalPdfReport").answers().get(200);
    assertThat(answer.headers())
        .extracting(header -> header.name())
        .containsExactlyInAnyOrder("etag", "content-disposition");
  }

  @Test
  void aPatchLetsAFieldBeNullThatWas() throws Exception {
    server.answers(200, "{\"accession_id\": null}");
    opal.get("/reports/5012");
    assertThat(
            patched().at("/components/schemas/Report/properties/accession_id/nullable").asBoolean())
        .isTrue();
  }

  @Test
  void aPatchedDocumentKeepsTheRulesOfTheHouse() throws Exception {
    server
        .with("Retry-After", "7")
        .answers(200, "{\"objects\": [{\"lab\": {}, \"tags\": [], \"on\": null}]}");
    opal.get("/reports");
    assertThat(ContractLint.check(patched(), RequirementRegister.of(Api.OPAL))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 409, 418, 500})
  void anotherStatusOfTheSameOperationKeepsTheRulesOfTheHouseToo(int status) throws Exception {
    server.answers(status, "");
    opal.get("/reports");
    Contract patched = patched();
    assertThat(patched.operation("getReports").answers()).containsKey(status);
    assertThat(ContractLint.check(patched, RequirementRegister.of(Api.OPAL))).isEmpty();
  }

  @Test
  void anotherErrorOfTheEmedgeneApiHasTheBodyOfItsErrors() throws Exception {
    server.answers(503, "");
    new Watched(server.url(), Api.EMEDGENE, collector).get("/api/user/org_users/");
    Contract patched = patched(Api.EMEDGENE);
    assertThat(patched.at("/paths/~1api~1user~1org_users~1/get/responses/503/content").toString())
        .contains("EmedgeneError");
    assertThat(ContractLint.check(patched, RequirementRegister.of(Api.EMEDGENE))).isEmpty();
  }

  @Test
  void whatMayBeDataIsNamedBesideThePatchAndNotWrittenAsAChange() throws Exception {
    server.answers(200, "{\"objects\": [], \"Testina\": 1}");
    opal.get("/reports");
    assertThat(patch())
        .contains("  getReports 200: unknown field of type integer at /*, 1 times")
        .doesNotContain("@@");
  }

  @Test
  void theAnswersOfAMockAreNoEvidenceOfTheVendor() throws Exception {
    server.answers(200, "{\"objects\": [], \"total\": 1}");
    opal.get("/reports");
    assertThat(collector.report().patch(Api.OPAL, openApi(Api.OPAL), Origin.OTHER, DAY))
        .contains("x-evidence: unknown")
        .doesNotContain("shown");
  }

  @Test
  void noFormHoldsAValueOfAnAnswer() throws Exception {
    server
        .with("Retry-After", "CANARY")
        .answers(
            200,
            "{\"objects\": [{\"accession_id\": \"CANARY\", \"lab_code\": \"CANARY\","
                + " \"status\": \"CANARY\", \"CANARY\": \"CANARY\"}]}");
    opal.get("/reports");
    DriftReport report = collector.report();
    assertThat(report.markdown() + report.json() + patch() + report).doesNotContain("CANARY");
  }

  @Test
  void theTableHasBothSides() {
    server.answers(200, "{\"objects\": [], \"total\": 1}");
    opal.get("/reports");
    assertThat(collector.report().markdown())
        .contains("| getReports | 200 | unknown field of type integer | `/total` | 1 |")
        .contains("| getReports | 200 | field of type object | `/objects/*` |")
        .contains("| getOneReport |  | GET /reports/{id} |  |");
  }

  @Test
  void theJsonHasBothSides() {
    server.answers(200, "{\"objects\": [], \"total\": 1}");
    opal.get("/reports");
    assertThat(collector.report().json().at("/unknown/0").toString())
        .isEqualTo(
            "{\"api\":\"opal\",\"operation\":\"getReports\",\"kind\":\"unknown field\","
                + "\"status\":200,\"pointer\":\"/total\",\"shape\":\"integer\","
                + "\"document\":\"/components/schemas/ReportList\",\"count\":1}");
    assertThat(collector.report().json().at("/answers/getReports").asInt()).isEqualTo(1);
    assertThat(collector.report().json().path("unseen")).isNotEmpty();
  }
}
