package dev.casewright.mockserver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRoutesTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void theExchangesOfASpaceAreListedLatestFirst() {
    MOCK.opal("/reports?limit=1");
    MOCK.opal("/reports?limit=0");

    JsonNode listed = admin("GET", ofSpace("")).json().path("exchanges");

    assertThat(listed).hasSize(2);
    assertThat(listed.at("/0/verdict").asText()).isEqualTo("breaks-contract");
    assertThat(listed.at("/0/status").asInt()).isEqualTo(422);
    assertThat(listed.at("/1/operation").asText()).isEqualTo("getReports");
    assertThat(listed.at("/1/answer_bytes").asInt()).isPositive();
  }

  @Test
  void soManyAreListedAsAreAskedFor() {
    MOCK.opal("/reports?limit=1");
    MOCK.opal("/reports?limit=1");

    assertThat(admin("GET", ofSpace("?limit=1")).json().path("exchanges")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", ""})
  void aLimitThatIsNoneIsRefused(String limit) {
    assertThat(admin("GET", ofSpace("?limit=" + limit)).status()).isEqualTo(400);
  }

  @Test
  void anExchangeIsFoundByTheIdThatItsAnswerToldWhateverItsSpace() {
    String id = MOCK.opal("/reports?limit=1").header("X-Mock-Request-Id").orElseThrow();

    JsonNode told = admin("GET", "/__mock/api/exchanges/" + id).json();

    assertThat(told.path("space").asText()).isEqualTo(MOCK.space().name());
    assertThat(told.at("/explanation/state/0").asText()).isEqualTo("1 reports are given");
  }

  @Test
  void anExchangeThatIsNotKeptIsNotFound() {
    assertThat(admin("GET", ofSpace("/r-0")).status()).isEqualTo(404);
  }

  @Test
  void theExchangesOfASpaceAreForgotten() {
    MOCK.opal("/reports?limit=1");

    admin("DELETE", ofSpace(""));

    assertThat(MOCK.space().exchanges().all()).isEmpty();
  }

  private static String ofSpace(String rest) {
    return "/__mock/api/spaces/" + MOCK.space().name() + "/exchanges" + rest;
  }

  private static Answer admin(String method, String path) {
    return MOCK.send(method, path, "", Map.of());
  }
}
