package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockSnapshot;
import dev.casewright.mockserver.RunningMock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotsTest {

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.progress(ProgressPolicy.every(Duration.ofSeconds(10))));

  @Test
  void whatWasDoneSinceIsUndone() {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    String kept = MOCK.createCase();
    MockSnapshot snapshot = MOCK.space().snapshot();
    JsonNode before = MOCK.caseDetail(kept);

    MOCK.createCase();
    MOCK.space().setReportStatus(id, "FAILED");
    MOCK.space().setCaseStatus(kept, "finalized");
    List<String> more = MOCK.space().caseNames();
    snapshot.restore();

    assertThat(MOCK.space().caseNames()).hasSize(more.size() - 1).contains(kept);
    assertThat(MOCK.space().reportIds("APPROVED")).contains(id);
    assertThat(MOCK.caseDetail(kept)).isEqualTo(before);
  }

  @Test
  void whatWasOnItsWayGoesOnFromWhereItWas() {
    MOCK.space().clock().freeze();
    String name = MOCK.createCase();
    pass(4);
    MockSnapshot snapshot = MOCK.space().snapshot();
    pass(1_000);
    assertThat(status(name)).isEqualTo("delivered");

    snapshot.restore();
    pass(5);
    assertThat(status(name)).isEqualTo("uploading");
    pass(1);
    assertThat(status(name)).isEqualTo("in_progress");
  }

  @Test
  void settingsStayAsTheyAre() {
    String name = MOCK.createCase();
    MockSnapshot snapshot = MOCK.space().snapshot();
    MOCK.space().progress().ofCases(ProgressPolicy.atOnce());

    snapshot.restore();

    assertThat(MOCK.space().progress().ofCases()).hasToString("at-once");
    assertThat(status(name)).isEqualTo("delivered");
  }

  @Test
  void aSnapshotMayBeRestoredAgainEvenAfterAReset() {
    MockSnapshot snapshot = snapshotWithACaseMore();
    int size = MOCK.space().caseNames().size();
    snapshot.restore();
    MOCK.space().reset();
    assertThat(MOCK.space().caseNames()).hasSize(size - 1);

    snapshot.restore();

    assertThat(MOCK.space().caseNames()).hasSize(size);
  }

  @Test
  void aRemovedSnapshotCannotBeRestored() {
    MockSnapshot snapshot = MOCK.space().snapshot();
    snapshot.remove();

    assertThatThrownBy(snapshot::restore)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Snapshot " + snapshot.id());
  }

  @Test
  void aSpaceKeepsSoManyAndTellsTheOldest() {
    MockSnapshot oldest = MOCK.space().snapshot();
    for (int i = 1; i < Snapshots.LIMIT; i++) {
      MOCK.space().snapshot();
    }

    assertThatThrownBy(() -> MOCK.space().snapshot())
        .isInstanceOf(TooManySnapshotsException.class)
        .hasMessageContaining("oldest is " + oldest.id());
    assertThat(admin("POST", "").status()).isEqualTo(409);

    oldest.remove();
    assertThat(admin("POST", "").status()).isEqualTo(200);
  }

  @Test
  void theAdminApiTakesListsRestoresAndRemoves() {
    String id = admin("POST", "").json().path("id").asText();
    int size = MOCK.space().caseNames().size();
    MOCK.createCase();

    assertThat(admin("GET", "").json().at("/snapshots/0/id").asText()).isEqualTo(id);
    assertThat(admin("POST", "/" + id + "/restore").status()).isEqualTo(200);
    assertThat(MOCK.space().caseNames()).hasSize(size);
    assertThat(admin("DELETE", "/" + id).status()).isEqualTo(200);
    assertThat(admin("GET", "").json().path("snapshots")).isEmpty();
    assertThat(admin("DELETE", "/" + id).status()).isEqualTo(404);
    assertThat(admin("POST", "/" + id + "/restore").status()).isEqualTo(404);
  }

  @Test
  void snapshotsOfARemovedSpaceAreGone() {
    admin("POST", "");
    MOCK.space().remove();

    assertThat(admin("GET", "").json().path("snapshots")).isEmpty();
  }

  private static MockSnapshot snapshotWithACaseMore() {
    MOCK.createCase();
    return MOCK.space().snapshot();
  }

  private static void pass(int seconds) {
    MOCK.space().clock().advance(Duration.ofSeconds(seconds));
  }

  private static String status(String name) {
    return MOCK.emedgene("/api/test/" + name + "/info").json().path("status").asText();
  }

  private static Answer admin(String method, String path) {
    String snapshots = "/__mock/api/spaces/" + MOCK.space().name() + "/snapshots";
    return MOCK.send(method, snapshots + path, "", Map.of());
  }
}
