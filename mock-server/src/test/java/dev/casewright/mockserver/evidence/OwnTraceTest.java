package dev.casewright.mockserver.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.fault.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of an answer is about this answer, and about no other that was looked at. */
class OwnTraceTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void whatASwitchOnlyTriedIsNotTold() {
    MOCK.space().switches().set("unknown-genome-filter", "404");

    JsonNode told = explained("/reports?genome_id=801&accession_id=zzzz");

    assertThat(told.path("state").get(0).asText()).isEqualTo("0 reports are given");
    assertThat(told.path("requirements").toString()).contains("OPAL-FIND-09");
  }

  @Test
  void whatADeviationOnlyTriedIsNotTold() {
    String name = MOCK.space().caseNames("delivered").get(0);
    MOCK.space().deviations().add("EMG-STAT-06");

    Answer answer = MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"uploading\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Mock-Evidence").orElse("")).doesNotContain("EMG-ERR-04");
  }

  @Test
  void aDeviationThatActedIsToldApartFromOneThatIsOn() {
    MOCK.space().deviations().add("OPAL-LIST-01");
    MOCK.space().deviations().add("OPAL-PAGE-07");

    JsonNode told = explained("/reports?limit=1");

    assertThat(told.path("deviations")).hasSize(2);
    assertThat(told.path("deviated").toString()).isEqualTo("[\"OPAL-LIST-01\"]");
    assertThat(told.path("state").toString())
        .isEqualTo("[\"1 reports are given (before deviations)\"]");
  }

  @Test
  void unknownParametersAreCountedAndNotNamed() {
    JsonNode one = explained("/reports?limt=1");
    JsonNode two = explained("/reports?limt=1&ofset=2&limit=1");

    assertThat(one.path("checks").toString()).contains("query: 1 unknown parameter ignored");
    assertThat(two.path("checks").toString()).contains("query: 2 unknown parameters ignored");
    assertThat(one.toString()).doesNotContain("limt");
    assertThat(explained("/reports?limit=1").path("checks").toString()).doesNotContain("unknown");
  }

  @Test
  void aSwitchOfBothApisNamesTheRequirementsOfTheOneThatIsCalled() {
    MOCK.space().switches().set("substring-case", "insensitive");

    Answer answer = MOCK.opal("/reports?accession_id=cw");

    assertThat(answer.header("X-Mock-Evidence").orElseThrow())
        .contains("OPAL-FIND-13")
        .doesNotContain("EMG-");
  }

  @Test
  void aSwitchThatChangesNothingIsNotTold() {
    MOCK.space().switches().set("order-direction", "descending");
    MOCK.space().switches().set("substring-case", "insensitive");

    assertThat(explained("/reports?limit=1").path("switches")).isEmpty();
    assertThat(explained("/reports?accession_id=5-0000").path("switches")).isEmpty();
    assertThat(explained("/reports?order_by=run_date").path("switches")).hasSize(1);
  }

  @Test
  void anAnswerThatAFaultMadeRestsOnNothing() {
    MOCK.space().faults().arm(Fault.redirectElsewhere());

    Answer answer = ask("/reports?limit=1");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("X-Mock-Evidence")).isEmpty();
    assertThat(read(answer).has("evidence")).isFalse();
    assertThat(read(answer).path("faults").get(0).asText()).isEqualTo("redirect-elsewhere");
  }

  @Test
  void anAnswerThatAFaultSpoiltStillTellsWhatItRestsOn() {
    MOCK.space().faults().arm(Fault.unknownField());

    JsonNode told = explained("/reports?order_by=run_date");

    assertThat(told.path("evidence").asText()).isEqualTo("unknown");
    assertThat(told.path("faults").get(0).asText()).isEqualTo("unknown-field");
  }

  private static JsonNode explained(String path) {
    return read(ask(path));
  }

  private static Answer ask(String path) {
    return MOCK.send(
        "GET",
        path,
        "",
        Map.of(
            "Authorization", RunningMock.basic(MOCK.space().credentials()), "X-Mock-Explain", "1"));
  }

  private static JsonNode read(Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.header("X-Mock-Explain").orElseThrow());
    } catch (JsonProcessingException e) {
      throw new AssertionError("The explanation is not JSON.", e);
    }
  }
}
