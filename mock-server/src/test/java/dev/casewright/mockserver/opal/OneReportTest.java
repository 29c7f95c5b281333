package dev.casewright.mockserver.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneReportTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void aReportIsGivenBareWithTheFieldsOfTheSample() {
    long id = MOCK.space().reportIds("APPROVED").get(0);

    JsonNode report = MOCK.opal("/reports/" + id).json();

    assertThat(report.path("id").asLong()).isEqualTo(id);
    assertThat(report.path("type").asText()).isEqualTo("clinical_report");
    assertThat(report.path("filter_name").isTextual()).isTrue();
    assertThat(report.has("variants") || report.has("patient_fields")).isFalse();
  }

  @Test
  void anExtendedReportAddsVariantsAndPatientFieldsAndChangesNothing() {
    long id = MOCK.space().reportIds("APPROVED").get(0);

    JsonNode plain = MOCK.opal("/reports/" + id).json();
    JsonNode extended = MOCK.opal("/reports/" + id + "/?extended=True").json();

    assertThat(extended.path("variants").size()).isEqualTo(plain.path("variant_count").asInt());
    assertThat(extended.path("patient_fields"))
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.size()).isEqualTo(1));
    assertThat(plain.properties())
        .allSatisfy(field -> assertThat(extended.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "False", "1", ""})
  void onlyTrueWithACapitalExtends(String value) {
    long id = MOCK.space().reportIds("APPROVED").get(0);

    assertThat(MOCK.opal("/reports/" + id + "?extended=" + value).json())
        .isEqualTo(MOCK.opal("/reports/" + id).json());
  }

  @Test
  void aReportWithoutAGenomeWaitsForIt() {
    for (long id : MOCK.space().reportIds()) {
      JsonNode report = MOCK.opal("/reports/" + id).json();
      assertThat(report.path("genome_id").isNull())
          .isEqualTo(report.path("status").asText().equals("WAITING FOR SAMPLE"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "999999999, 404",
    "0, 404",
    "-1, 404",
    "99999999999999999999, 404",
    "abc, 400",
    "1.0, 400",
    "5001x, 400",
    "%20, 400"
  })
  void anIdOfNoReportIsRefused(String id, int status) {
    for (String suffix : new String[] {"", "/pdf_report", "/pdf_preview"}) {
      Answer answer = MOCK.opal("/reports/" + id + suffix);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().path("description").isTextual()).isTrue();
    }
  }

  @Test
  void aReportOfAnotherSpaceIsForbidden() {
    long foreign = MOCK.server().space("another").reportIds("APPROVED").get(0);

    for (String suffix : new String[] {"", "/pdf_report", "/pdf_preview"}) {
      assertThat(MOCK.opal("/reports/" + foreign + suffix).status()).isEqualTo(403);
    }
  }
}
