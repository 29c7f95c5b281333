package dev.casewright.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Memory;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.contracttests.mock.MockChannels;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mock knows which deviations would have changed what happened. */
class ForesightTest {

  @AutoClose static final ProofServer MOCK = ProofServer.start();

  private final Channel channel =
      MockChannels.of(MOCK.server().plainHttpUrl().orElseThrow(), MOCK.server().sslContext());
  private final OpalTarget opal =
      new OpalTarget(
          channel,
          channel,
          MOCK.server().credentials().opalLogin(),
          MOCK.server().credentials().password(),
          new Memory());

  @BeforeEach
  void foresee() {
    MOCK.restart();
    MOCK.foresee();
  }

  @Test
  void nothingIsForeseenWithoutAnExchange() {
    assertThat(MOCK.foreseen()).isEmpty();
  }

  @Test
  void deviationThatWouldGiveAnotherAnswerIsForeseen() {
    opal.get("/reports/5001");

    assertThat(MOCK.foreseen()).contains("OPAL-REP-03");
  }

  @Test
  void deviationThatActsOnTheOperationButWouldGiveTheSameAnswerIsNotForeseen() {
    opal.get("/reports/5001");

    assertThat(MOCK.foreseen()).doesNotContain("OPAL-ID-02", "OPAL-EXT-01");
  }

  @Test
  void deviationOfAnotherOperationIsNotForeseen() {
    opal.get("/reports/5001");

    assertThat(MOCK.foreseen()).doesNotContain("OPAL-PDF-01");
  }

  @Test
  void deviationThatWouldLeaveAnotherStateBehindTheSameAnswerIsForeseen() {
    call(
        "POST",
        "/api/cases/v2/cases?dry_run=true",
        """
        {"should_upload": false, "test_data": {"type": "Exome", "selected_preset_set": "Default",
         "patients": {"proband": {"id": "proband", "fastq_sample": "SYNTH-PROOF-01",
         "gender": "Female", "relationship": "Test Subject", "healthy": false,
         "phenotypes": [{"id": "phenotypes/EMG_PHENOTYPE_0001250"}]}}}}""");

    assertThat(MOCK.foreseen()).contains("EMG-CASE-11");
  }

  @Test
  void deviationThatRemembersIsForeseenWhenItShows() {
    String path = "/api/test/" + MOCK.server().space().caseNames("delivered").get(0);

    call("PUT", path, "{\"status\": \"custom_status_1\"}");
    assertThat(MOCK.foreseen()).doesNotContain("EMG-STAT-02");
    call("GET", path, null);
    assertThat(MOCK.foreseen()).contains("EMG-STAT-02");
  }

  private void call(String method, String path, String body) {
    channel.send(
        method,
        path,
        Map.of(
            "Authorization",
            "Bearer " + MOCK.server().space().emedgeneToken(),
            "Content-Type",
            "application/json"),
        body);
  }

  @Test
  void nothingIsChangedByLooking() {
    String before = opal.get("/reports").text();

    assertThat(opal.get("/reports").text()).isEqualTo(before);
  }
}
