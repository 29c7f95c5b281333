package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of cases, and the filter by status. */
@Checks
class EmedgeneCaseListChecks {

  private static final int MOST_TO_READ = 20;

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?status=finalized"})
  @Verifies("EMG-LIST-01")
  void eachCaseCarriesItsName(String query) {
    List<JsonNode> entries = EmedgeneTarget.entriesOf(list(query));
    boolean isExpected = !query.isEmpty() && !cases.in("finalized").isEmpty();
    assumeTrue(isExpected || !entries.isEmpty(), "The target has no such case.");

    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.path("name").isTextual()).isTrue();
              assertThat(entry.path("name").asText()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?status=finalized", "?status=no_such_status"})
  @Verifies("EMG-LIST-02")
  void listIsAnObjectWithTotalAndHits(String query) {
    JsonNode list = found(query).json();

    assertThat(list.path("total").isIntegralNumber()).isTrue();
    assertThat(list.path("hits").isArray()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?status=finalized", "?status=no_such_status"})
  @Verifies("EMG-LIST-03")
  void totalIsTheNumberOfCasesFound(String query) {
    Answer answer = found(query);

    assertThat(answer.json().path("total").asInt(-1))
        .isEqualTo(EmedgeneTarget.entriesOf(answer).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "custom_status_1", "finalized", "pending-sequencing"})
  @Verifies("EMG-LIST-04")
  void statusKeepsTheCasesThatHaveItAndNoOther(String status) {
    List<String> having = cases.in(status);
    assumeTrue(!having.isEmpty(), "No case of the target has the status.");
    List<String> found = EmedgeneCases.namesIn(list("?status=" + status));

    assertThat(found).containsAll(having);
    assertThat(found.stream().limit(MOST_TO_READ))
        .allSatisfy(name -> assertThat(cases.read(name).path("status").asText()).isEqualTo(status));
  }

  @Test
  @Verifies("EMG-LIST-11")
  void listWithoutAFilterHoldsEveryCase() {
    Collection<String> found = new HashSet<>();
    for (String status :
        List.of(
            "pending-sequencing",
            "uploading",
            "in_progress",
            "delivered",
            "custom_status_1",
            "finalized")) {
      found.addAll(EmedgeneCases.namesIn(list("?status=" + status)));
    }

    List<String> all = cases.names();
    assumeTrue(!all.isEmpty() || !found.isEmpty(), "The target has no case.");

    assertThat(all).isNotEmpty().doesNotHaveDuplicates().containsAll(found);
  }

  @Test
  @Verifies(value = "EMG-LIST-11", effect = Effect.CREATE)
  void listWithoutAFilterHoldsANewCase(TargetControl control) {
    EmedgeneOwnCases own = new EmedgeneOwnCases(control);
    Set<String> made = new HashSet<>();
    own.made(EmedgenePayload.waiting()).ifPresent(made::add);
    own.made(EmedgenePayload.running()).ifPresent(made::add);

    assertThat(cases.names()).containsAll(made);
  }

  @Test
  @Verifies("EMG-LIST-12")
  void statusThatNoCaseHasFindsNothing() {
    Answer answer = list("?status=no_such_status");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(EmedgeneTarget.entriesOf(answer)).isEmpty();
  }

  private Answer found(String query) {
    Answer answer = list(query);
    assumeTrue(EmedgeneAnswers.isSuccess(answer), "The list is not given.");
    return answer;
  }

  private Answer list(String query) {
    return target.get("/api/test" + query);
  }
}
