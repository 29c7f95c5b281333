package dev.casewright.client.emedgene;

import static dev.casewright.client.fixture.CaseServer.proband;
import static dev.casewright.client.fixture.NewCases.request;
import static dev.casewright.client.fixture.NewCases.solo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.AmbiguousCaseException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.fixture.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When nobody can tell whether the case is there already, nothing is created. */
class AmbiguousCaseTest extends CaseLooks {
  @Test
  void severalCasesWithTheSameSamplesAreAnErrorAndNothingIsCreated() {
    cases.put(CASE, proband("S1"));
    cases.put("EMG000000002", proband("S1"));

    AmbiguousCaseException failure = ambiguous(solo("S1"));

    assertThat(failure.caseNames()).containsExactly(CASE, "EMG000000002");
    assertThat(failure).hasMessageContaining("2 cases").hasMessageContaining("Nothing was created");
    assertThat(failure.operation()).isEqualTo("createOrFind");
    assertNothingCreated();
  }

  @Test
  void allRequestsOfALookHaveTheCorrelationIdOfItsException() {
    cases.put(CASE, proband("S1"));
    cases.put("EMG000000002", proband("S1"));

    AmbiguousCaseException failure = ambiguous(solo("S1"));

    assertThat(server.received())
        .hasSize(3)
        .extracting(request -> request.header("X-Correlation-ID"))
        .containsOnly(failure.correlationId());
  }

  @Test
  void allRequestsOfALookCountInItsException() {
    cases.put(CASE, proband("S1"));
    cases.put("EMG000000002", proband("S1"));

    assertThat(ambiguous(solo("S1")).attempts()).isEqualTo(server.received().size()).isEqualTo(3);
  }

  @Test
  void anObserverHearsOfALookThatFailed() {
    cases.put(CASE, proband("S1"));
    cases.put("EMG000000002", proband("S1"));

    AmbiguousCaseException failure = ambiguous(solo("S1"));

    assertThat(ended)
        .filteredOn(call -> call.operation().equals("createOrFind"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.correlationId()).isEqualTo(failure.correlationId());
              assertThat(call.failure()).contains("AmbiguousCaseException");
              assertThat(call.attempts()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"proband\": {\"fastq_sample\": \"S1\"}, \"mother\": {\"fastq_sample\": \"S2\"}",
        "\"proband\": {\"id\": \"proband\"}"
      })
  void aCaseThatMayBeTheOneAndCannotBeConfirmedIsAnErrorAndNothingIsCreated(String family) {
    cases.put(CASE, family);
    searchAnswers("{\"hits\": [{\"id\": 1, \"note\": \"" + CASE + "\"}]}");

    assertThat(ambiguous(solo("S1")).caseNames()).containsExactly(CASE);
    assertNothingCreated();
  }

  @Test
  void aSearchThatDoesNotShowAllItFoundIsAnError() {
    searchAnswers("{\"total\": 3, \"hits\": []}");

    assertThat(ambiguous(solo("S1"))).hasMessageContaining("found 3 samples and shows 0");
    assertNothingCreated();
  }

  @Test
  void aCaseThatIsFoundAndCannotBeReadIsAnErrorSinceItMayBeTheOneBeingCreated() {
    searchAnswers("{\"total\": 1, \"hits\": [{\"id\": 1, \"note\": \"EMG9\"}]}");

    AmbiguousCaseException failure = ambiguous(solo("S1"));

    assertThat(failure.caseNames()).containsExactly("EMG9");
    assertThat(failure).hasMessageContaining("cannot be read");
    assertNothingCreated();
  }

  @Test
  void aCaseThatMayNotBeReadStopsTheCreation() {
    cases.put(CASE, proband("S1"));
    server.answer(
        request -> request.path().contains("/test/") ? Reply.json(403, "{}") : answer(request));

    assertThatThrownBy(() -> client.createOrFind(solo("S1")))
        .isInstanceOf(PermissionException.class);
    assertNothingCreated();
  }

  @Test
  void namesOfSamplesArePrintedNowhere() {
    cases.put(CASE, proband("Canary"));
    cases.put("EMG000000002", proband("Canary"));

    assertThat(ambiguous(solo("Canary"))).asString().doesNotContain("Canary");
    assertThat(SampleNames.of(solo("Canary"))).asString().doesNotContain("Canary");
  }
}
