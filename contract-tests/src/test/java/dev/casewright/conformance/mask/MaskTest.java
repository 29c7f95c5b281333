package dev.casewright.conformance.mask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.conformance.result.MaskedExchange;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

  private static final String REPORT =
      """
      {"id": 5001, "status": "APPROVED", "accession_id": "QX-7731", "version": 2,
       "patient_dict": {"first_name": "Rosalind", "last_name": "O\\"Brien", "dob_year": 1987,
                        "dob_month": 7, "dob_day": 23, "sex": "Female"},
       "Rosalind": "Rosalind", "panel_id": null}
      """;

  private final Mask mask =
      new Mask(
          new Secrets(
              Map.of(
                  "lab-login", "CASEWRIGHT_OPAL_LOGIN", "finalized", "CASEWRIGHT_OPAL_PASSWORD")),
          new Secrets(
              Map.of(
                  "a secret",
                  "CASEWRIGHT_EMEDGENE_PASSWORD",
                  "me",
                  "CASEWRIGHT_EMEDGENE_USERNAME")));

  @Test
  void theNameOfTheCheckIsShownAndNoOtherNameLikeIt() {
    assertThat(sentence("OpalReportChecks.firstNames sends it, OpalReportChecks.testina too."))
        .startsWith("OpalReportChecks.firstNames ")
        .doesNotContain("testina");
  }

  @Test
  void answerBecomesNamesAndTypes() {
    String shown = exchange("GET", "/reports/5001", Map.of(), null, REPORT).answer();

    assertThat(shown)
        .contains("\"id\": 5001", "\"status\": \"APPROVED\"", "\"accession_id\": string")
        .contains("\"dob_day\": integer", "***: string", "\"panel_id\": null", "\"version\": 2")
        .doesNotContain("Rosalind", "Brien", "1987", "23", "QX", "Female");
  }

  @Test
  void wordOfAnEnumerationIsMaskedWhereItIsAboutAPatient() {
    assertThat(exchange("GET", "/reports/5001", Map.of(), null, "{\"sex\": \"APPROVED\"}").answer())
        .contains("\"sex\": string");
  }

  @Test
  void valuesOfTheAddressAreMaskedUnlessTheyAreNumbersOfIdsOrWordsOfTheContract() {
    String target =
        "/reports?accession_id=Rosalind&report_status=READY%20TO%20REVIEW&limit=20&Brien=1&genome_name=20";

    assertThat(exchange("GET", target, Map.of(), null, "[]").request())
        .isEqualTo(
            "GET /reports?accession_id=***&report_status=READY%20TO%20REVIEW&limit=20&***=***&genome_name=***");
  }

  @Test
  void segmentsOfThePathAreMaskedUnlessTheContractHasThem() {
    assertThat(exchange("GET", "/reports/5001/pdf_report/", Map.of(), null, "").request())
        .isEqualTo("GET /reports/5001/pdf_report/");
    assertThat(exchange("GET", "/reports/Rosalind/pdf_report", Map.of(), null, "").request())
        .isEqualTo("GET /reports/***/pdf_report");
  }

  @Test
  void credentialsAreMaskedEvenIfTheyAreWordsOfTheContract() {
    String sent = "{\"username\":\"me\",\"password\":\"a secret\",\"status\":\"me\"}";
    MaskedExchange shown =
        emedgene(
            "PUT", "/api/test/EMG123456789", Map.of("Authorization", "Bearer abc.def.ghi"), sent);

    assertThat(shown.request())
        .contains("EMG123456789", "Bearer ***")
        .doesNotContain("abc.def", "\"me\"");
    assertThat(sentence("The password is finalized.")).isEqualTo("The password is ***.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rosalind",
        "Rosalind O'Brien",
        "\"Rosalind\"",
        "1987-07-23",
        "(555) 123-4567",
        "QX-7731",
        "rosalind@lab.example",
        "07/23/1987",
        "MRN 4711999",
        "Rosalind\nBrien",
        "Ros\u00e4lind"
      })
  void sentenceShowsNoValue(String value) {
    String shown = sentence("Expecting actual:\n  " + value + "\nto contain:\n  [" + value + "]");

    assertThat(shown).startsWith("Expecting actual: ").contains("to contain:", "***");
    assertThat(shown.replaceAll("Expecting actual:|to contain:|[\\[\\]\"*() ]|\\b\\d{1,3}\\b", ""))
        .isIn("", "MRN");
  }

  @Test
  void sentenceShowsWhatAssertJComparesWhereItIsHarmless() {
    AssertionError failure =
        Assertions.catchThrowableOfType(
            AssertionError.class, () -> Assertions.assertThat(200).isIn(400, 404, 422));

    assertThat(sentence(failure.getMessage()))
        .isEqualTo("Expecting actual: 200 to be in: [400, 404, 422]");
  }

  @Test
  void sentenceOfAWholeListTellsWhatIsWrongWithItsElements() {
    AssertionError failure =
        Assertions.catchThrowableOfType(
            AssertionError.class,
            () ->
                Assertions.assertThat(List.of(200, 404))
                    .allSatisfy(status -> Assertions.assertThat(status).isEqualTo(200)));

    assertThat(sentence(failure.getMessage()))
        .isEqualTo("Wrong: 404 error: expected: 200 but was: 404");
  }

  @Test
  void jsonInASentenceBecomesItsShape() throws Exception {
    JsonNode report = new ObjectMapper().readTree(REPORT);
    AssertionError failure =
        Assertions.catchThrowableOfType(
            AssertionError.class, () -> Assertions.assertThat(List.of(report)).isEmpty());

    String shown = sentence(failure.getMessage());

    assertThat(shown)
        .contains("Expecting empty but was", "\"status\": \"APPROVED\"", "\"dob_day\": integer")
        .doesNotContain("Rosalind", "Brien", "1987", "23", "QX", "Female");
  }

  @Test
  void membersOfBrokenJsonShowNoNumberEither() {
    assertThat(sentence("{\"dob_day\": 23, \"dob_month\" : 7, \"first_name\":\"Rosalind\""))
        .doesNotContain("23", "7", "Rosalind");
  }

  @Test
  void sentencesOfOurOwnPassWhole() {
    String ours = "It needs the mock server's admin API (--mock-control).";

    assertThat(sentence(ours)).isEqualTo(ours);
  }

  @Test
  void curlLineIsReadByAShellAsItWasMeant() throws Exception {
    String body =
        "{\"username\":\"me\",\"password\":\"a secret\",\"notes\":\"it's $HOME\",\"x'y\":true}";
    String curl =
        emedgene(
                "POST",
                "/api/test/Rosalind?status=finalized",
                Map.of("Authorization", "Bearer abc.def.ghi", "Content-Type", "application/json"),
                body)
            .curl();

    assertThat(argumentsOf(curl))
        .containsExactly(
            "-sS",
            "-i",
            "-g",
            "-X",
            "POST",
            "-H",
            "Authorization: Bearer the token",
            "-H",
            "Content-Type: application/json",
            "--data-raw",
            "{\"username\":\"ME\",\"password\":\"PASS\",\"notes\":\"V 2\",\"V 3\":V 4}",
            "https://host/api/test/V 1?status=finalized");
  }

  @Test
  void curlLineNamesTheVariablesOfTheCredentials() {
    String header = "Basic " + base64("lab-login:finalized");

    assertThat(exchange("GET", "/reports/5001", Map.of("Authorization", header), null, "{}").curl())
        .isEqualTo(
            "curl -sS -i -g -u \"$CASEWRIGHT_OPAL_LOGIN:$CASEWRIGHT_OPAL_PASSWORD\""
                + " \"$OPAL_URL/reports/5001\"");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a POSIX shell gives to the command, an argument a line. */
  private static List<String> argumentsOf(String curl) throws Exception {
    List<String> shell = new ArrayList<>(List.of("sh", "-c"));
    shell.add("curl() { printf '%s\\n' \"$@\"; }\n" + curl);
    ProcessBuilder process = new ProcessBuilder(shell).redirectErrorStream(true);
    process
        .environment()
        .putAll(
            Map.of(
                "EMEDGENE_URL", "https://host",
                "EMEDGENE_TOKEN", "the token",
                "CASEWRIGHT_EMEDGENE_USERNAME", "ME",
                "CASEWRIGHT_EMEDGENE_PASSWORD", "PASS",
                "VALUE_1", "V 1",
                "VALUE_2", "V 2",
                "VALUE_3", "V 3",
                "VALUE_4", "V 4"));
    Process running = process.start();
    List<String> lines =
        new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(running.waitFor()).isZero();
    return lines;
  }

  private String sentence(String text) {
    return mask.sentence(
        Api.OPAL,
        "OpalReportChecks.firstNames",
        text,
        List.of(new Message("GET", "/reports/5001", Map.of(), Optional.empty())));
  }

  private MaskedExchange exchange(
      String method, String target, Map<String, String> headers, String body, String answer) {
    Message message = new Message(method, target, headers, Optional.ofNullable(body));
    return mask.exchange(Api.OPAL, false, message, Optional.of(answer(answer)));
  }

  private MaskedExchange emedgene(
      String method, String target, Map<String, String> headers, String body) {
    Message message = new Message(method, target, headers, Optional.of(body));
    return mask.exchange(Api.EMEDGENE, false, message, Optional.of(answer("{}")));
  }

  private static Answer answer(String body) {
    return new Answer(
        200,
        HttpHeaders.of(
            Map.of("content-type", List.of("application/json"), "x-name", List.of("Rosalind")),
            (name, value) -> true),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
