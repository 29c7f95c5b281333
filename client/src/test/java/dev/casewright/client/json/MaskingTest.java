package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.client.emedgene.FinalizedCase;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.Gender;
import dev.casewright.client.emedgene.model.LoginAnswer;
import dev.casewright.client.emedgene.model.LoginRequest;
import dev.casewright.client.fixture.Models;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.waiting.WaitProgress;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
  private final ObjectMapper mapper = WireJson.newMapper();

  @Test
  void aReportShowsIdsAndStatusAndNothingOfThePatient() throws Exception {
    Report report =
        mapper.readValue(Samples.read("opal-report-sample.json"), Report.class).toBuilder()
            .additionalField("Canary_Key", TextNode.valueOf(Samples.CANARY))
            .build();

    assertThat(report.toString())
        .contains("id=1202", "status=READY TO REVIEW", "accession_id=***", "more=<1>")
        .contains("patient_dict=PatientDict[", "first_name=***")
        .doesNotContain("John", "Doe", "2014", "FLCMRCG479Y", "asthma", "panel,", "Canary");
  }

  @Test
  void anUnknownStatusIsNotShownSinceItMayBeAnything() {
    assertThat(ReportStatus.of("APPROVED")).hasToString("APPROVED");
    assertThat(ReportStatus.of(Samples.CANARY)).hasToString("***");
    assertThat(Gender.MALE).hasToString("***");
  }

  @Test
  void freeTextInPlaceOfACaseNameIsNotShown() {
    assertThat(CreatedCase.builder().name("EMG000000001").build().toString())
        .contains("EMG000000001");
    assertThat(CreatedCase.builder().name(Samples.CANARY).build().toString())
        .doesNotContain(Samples.CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Doe-Jane", "S24-1234", "EMG00000001", "EMG000000001-Doe", "1931"})
  void aWordThatIsNoCaseNameIsNotShownInItsPlace(String word) {
    assertThat(CreatedCase.builder().name(word).build().toString()).doesNotContain(word);
    assertThat(new FinalizedCase(word, Optional.empty()).toString()).doesNotContain(word);
  }

  @Test
  void theProgressOfAWaitShowsTheNameOfACaseOrTheIdOfAReportOnly() {
    assertThat(progress("EMG000000001")).contains("EMG000000001", "finalized");
    assertThat(progress("5012")).contains("5012");
    assertThat(progress("Doe-Jane")).doesNotContain("Doe").contains("***");
  }

  private static String progress(String name) {
    Duration time = Duration.ofSeconds(1);
    return new WaitProgress<>(name, CaseStatus.FINALIZED, true, 1, time, time).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"Canary\": \"Canary\"}", "[\"Canary\"]", "\"Canary\"", "19310131"})
  void anAnswerWithoutAKnownFormShowsNeitherNamesNorValues(String answer) throws Exception {
    MaskedJson masked = new MaskedJson(mapper.readTree(answer));

    assertThat(masked.toString()).startsWith("MaskedJson[type=").doesNotContain("Canary", "1931");
    assertThat(masked.json()).isEqualTo(mapper.readTree(answer));
  }

  @Test
  void anAnswerWithoutAKnownFormCannotBeChanged() throws Exception {
    ObjectNode given = (ObjectNode) mapper.readTree("{\"a\": 1}");
    MaskedJson masked = new MaskedJson(given);
    given.put("b", 2);
    ((ObjectNode) masked.json()).put("c", 3);

    assertThat(masked.json()).isEqualTo(mapper.readTree("{\"a\": 1}"));
  }

  @Test
  void secretsAreNeverShown() {
    assertThat(LoginRequest.builder().username("u-canary").password("p-canary").build().toString())
        .doesNotContain("canary");
    assertThat(LoginAnswer.builder().accessToken("t-canary").tokenType("bearer").build().toString())
        .doesNotContain("canary");
  }

  /** With a value in every property, of every generated class. */
  @ParameterizedTest
  @MethodSource("models")
  void noModelShowsFreeText(Class<?> model) {
    assertThat(Models.filled(model).toString()).doesNotContain("Canary", "1931", "4711.5");
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelIsImmutable(Class<?> model) {
    assertThat(model.getDeclaredFields()).allMatch(field -> Modifier.isFinal(field.getModifiers()));
  }

  static Stream<Class<?>> models() {
    assertThat(Models.all()).hasSizeGreaterThan(50);
    return Models.all().stream();
  }
}
