package dev.casewright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftCollectorTest {

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

  private List<String> unknown() {
    return collector.report().unknown().stream()
        .map(each -> DriftTable.words(each) + " at " + each.pointer() + " x" + each.count())
        .toList();
  }

  private List<String> unseen(DriftKind kind) {
    return collector.report().unseen().stream()
        .filter(each -> each.kind() == kind)
        .map(each -> each.kind() == DriftKind.UNSEEN_FIELD ? each.pointer() : each.shape())
        .toList();
  }

  @Test
  void aNewFieldIsNamedWithItsTypeAndCountWhateverTheIndexOfItsElement() {
    server.answers(200, "{\"objects\": [{\"lab_code\": \"SECRET\"}, {\"lab_code\": \"SECRET\"}]}");
    opal.get("/reports");
    assertThat(unknown()).containsExactly("unknown field of type string at /objects/*/lab_code x2");
  }

  @Test
  void aNewFieldThatComesWithTwoTypesIsToldTwice() {
    server.answers(200, "{\"objects\": [{\"lab_code\": 1}, {\"lab_code\": null}]}");
    opal.get("/reports");
    assertThat(unknown())
        .containsExactly(
            "unknown field of type integer at /objects/*/lab_code x1",
            "unknown field of type null at /objects/*/lab_code x1");
  }

  @Test
  void aNewNameThatMayBeDataIsMasked() {
    server.answers(
        200,
        "{\"objects\": [], \"Erika Testina\": 1, \"Testina\": 1, \"cw20310017\": 1, \"a-b\": 1}");
    opal.get("/reports");
    assertThat(unknown()).containsExactly("unknown field of type integer at /* x4");
  }

  @Test
  void moreNewNamesAtOnePlaceThanProgrammersGiveAreMasked() {
    String fields =
        IntStream.range(0, 21)
            .mapToObj(i -> "\"name_" + (char) ('a' + i) + "\": true")
            .collect(Collectors.joining(", "));
    server.answers(200, "{\"objects\": [], " + fields + "}");
    opal.get("/reports");
    assertThat(unknown()).containsExactly("unknown field of type boolean at /* x21");
  }

  @Test
  void theKeysOfAnObjectWithoutNamedFieldsAreMasked() {
    Watched emedgene = new Watched(server.url(), Api.EMEDGENE, collector);
    server.answers(200, "{\"testina\": 1}");
    emedgene.send(
        new Message(
            "PUT",
            "/api/test/CW-1",
            Map.of("Content-Type", "application/json"),
            Optional.of("{\"status\": \"finalized\"}")),
        false);
    assertThat(unknown()).containsExactly("unknown field of type integer at /* x1");
  }

  @Test
  void aWordThatAnOpenListDoesNotKnowIsCountedAndNeverTold() {
    server.answers(200, "{\"status\": \"WAITING FOR TESTINA\"}");
    opal.get("/reports/5012");
    assertThat(unknown()).containsExactly("unknown value of type string at /status x1");
    assertThat(collector.report().toString()).doesNotContain("TESTINA");
  }

  @Test
  void nullWhereTheContractHasNoneIsAnotherType() {
    server.answers(200, "{\"accession_id\": null}");
    opal.get("/reports/5012");
    assertThat(unknown())
        .containsExactly("type null, which the contract does not allow at /accession_id x1");
  }

  @Test
  void anUnknownStatusOfARegularRequestIsTold() {
    server.answers(418, "");
    opal.get("/reports?limit=2");
    assertThat(unknown()).containsExactly("unknown status HTTP 418 at  x1");
  }

  @Test
  void theAnswerToAProbeIsNoDrift() {
    server.answers(418, "{\"lab_code\": 1}");
    opal.get("/reports?limit=abc");
    opal.get("/reports?no_such_parameter=1");
    opal.get("/elsewhere");
    server.answers(422, "{\"lab_code\": 1}");
    opal.get("/reports?limit=0");
    assertThat(unknown()).isEmpty();
  }

  @Test
  void theAnswerToAProbeStillShowsWhatTheContractPromises() {
    server.answers(200, "{\"objects\": []}");
    opal.get("/reports");
    assertThat(unseen(DriftKind.UNSEEN_STATUS)).contains("HTTP 422");
    server.answers(422, "{\"description\": \"\"}");
    opal.get("/reports?limit=0");
    assertThat(unseen(DriftKind.UNSEEN_STATUS)).doesNotContain("HTTP 422").contains("HTTP 400");
  }

  @Test
  void theListenerThatOnlyRedirectsShowsItsStatusAndNoDrift() {
    server.answers(200, "{\"objects\": []}");
    opal.get("/reports");
    Message plain = new Message("GET", "/reports", Map.of(), Optional.empty());
    opal.send(plain, true);
    server.answers(418, "");
    opal.send(plain, true);
    server.answers(302, "");
    opal.send(plain, true);
    assertThat(unknown()).isEmpty();
    assertThat(unseen(DriftKind.UNSEEN_STATUS)).doesNotContain("HTTP 302");
    assertThat(collector.report().answers()).containsEntry("getReports", 1);
  }

  @Test
  void anotherMediaTypeIsTold() {
    server.with("Content-Type", "text/html; charset=utf-8").answers(200, "<p>Testina</p>");
    opal.get("/reports");
    assertThat(unknown()).containsExactly("unknown content type text/html at  x1");
  }

  @Test
  void aMediaTypeThatNobodyKnowsIsMasked() {
    server.with("Content-Type", "application/vnd.testina").answers(200, "x");
    opal.get("/reports");
    assertThat(unknown()).containsExactly("unknown content type * at  x1");
  }

  @Test
  void ofHeadersOnlyThoseAreToldThatAClientCouldUse() {
    server.with("Retry-After", "7").with("X-Testina", "7").answers(200, "{\"objects\": []}");
    opal.get("/reports");
    assertThat(unknown()).containsExactly("unknown header retry-after at  x1");
  }

  @Test
  void whatIsNoJsonBreaksNothing() {
    server.answers(200, "{\"objects\": [");
    opal.get("/reports");
    assertThat(unknown()).isEmpty();
  }

  @Test
  void aFieldThatNeverCameIsToldIfWhatItBelongsToDid() {
    server.answers(200, "{\"objects\": [{\"id\": 1}]}");
    opal.get("/reports");
    assertThat(unseen(DriftKind.UNSEEN_FIELD))
        .contains("/objects/*/workspace_id", "/objects/*/patient_dict")
        .doesNotContain("/objects/*/id")
        .noneMatch(pointer -> pointer.startsWith("/objects/*/patient_dict/"));
  }

  @Test
  void ofAListThatWasAlwaysEmptyOnlyItsElementIsMissing() {
    server.answers(200, "{\"objects\": []}");
    opal.get("/reports");
    assertThat(unseen(DriftKind.UNSEEN_FIELD)).containsExactly("/objects/*");
  }

  @Test
  void anOperationThatWasNotAskedIsUnseenAndNothingOfIt() {
    server.answers(200, "{\"objects\": []}");
    opal.get("/reports");
    assertThat(unseen(DriftKind.UNSEEN_OPERATION))
        .containsExactlyInAnyOrder(
            "GET /reports/{id}", "GET /reports/{id}/pdf_report", "GET /reports/{id}/pdf_preview");
    assertThat(collector.report().unseen()).allMatch(each -> each.api() == Api.OPAL);
  }
}
