package dev.casewright.mockserver.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockClockTest {

  private static final Instant TIME = Instant.parse("2031-03-04T09:15:00Z");

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.progress(ProgressPolicy.every(Duration.ofSeconds(10))));

  @Test
  void casesGoOnByTheClockOfTheirSpace() {
    MOCK.space().clock().freeze();
    String name = MOCK.createCase();
    assertThat(status(name)).isEqualTo("uploading");

    MOCK.space().clock().advance(Duration.ofSeconds(10));
    assertThat(status(name)).isEqualTo("in_progress");

    MOCK.space().clock().advance(Duration.ofSeconds(10));
    assertThat(status(name)).isEqualTo("delivered");
  }

  @Test
  void timeStampsAreThoseOfTheClock() {
    MOCK.space().clock().freezeAt(TIME);

    JsonNode detail = MOCK.caseDetail(MOCK.createCase());

    assertThat(detail.path("created").asText()).isEqualTo("Tue, 04 Mar 2031 09:15:00 GMT");
  }

  @Test
  void theApprovalOfAReportIsStampedByTheClock() {
    MOCK.space().clock().freezeAt(TIME);
    long id = MOCK.space().reportIds("READY TO REVIEW").get(0);
    MOCK.space().setReportStatus(id, "APPROVED");

    assertThat(MOCK.opal("/reports/" + id).json().path("report_approved_date").asText())
        .isEqualTo("2031-03-04T01:15:00");
  }

  @Test
  void aTokenExpiresByTheClockOfItsSpaceOnly() {
    MockSpace other = MOCK.server().space("on-time");
    String token = MOCK.space().emedgeneToken();
    String othersToken = other.emedgeneToken();

    MOCK.space().clock().advance(Duration.ofHours(8));

    assertThat(users(token).status()).isEqualTo(401);
    assertThat(users(othersToken).status()).isEqualTo(200);
    assertThat(users(MOCK.space().emedgeneToken()).status()).isEqualTo(200);
    assertThat(users(MOCK.space().expiredEmedgeneToken()).status()).isEqualTo(401);
  }

  @Test
  void aResetOfTheSpaceResetsItsClock() {
    MOCK.space().clock().freezeAt(TIME);

    MOCK.space().reset();

    assertThat(MOCK.space().clock().isFrozen()).isFalse();
    assertThat(MOCK.space().clock().now()).isBefore(TIME);
  }

  @Test
  void theAdminApiFreezesAdvancesAndResets() {
    assertThat(admin("PUT", "/clock", "{\"now\": \"" + TIME + "\"}").json().path("now").asText())
        .isEqualTo(TIME.toString());
    assertThat(admin("POST", "/clock/advance", "{\"by\": \"PT10S\"}").status()).isEqualTo(200);
    assertThat(MOCK.space().clock().now()).isEqualTo(TIME.plusSeconds(10));
    assertThat(admin("GET", "/clock", "").json().path("frozen").asBoolean()).isTrue();

    assertThat(admin("DELETE", "/clock", "").json().path("frozen").asBoolean()).isFalse();
    assertThat(admin("PUT", "/clock", "{\"frozen\": true}").json().path("frozen").asBoolean())
        .isTrue();
    assertThat(MOCK.space().clock().now()).isBefore(TIME);
  }

  @Test
  void theClockOfTheServerIsThatOfAllSpaces() {
    try {
      Answer answer =
          MOCK.send("PUT", "/__mock/api/clock", "{\"now\": \"" + TIME + "\"}", Map.of());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(MOCK.space().clock().now()).isEqualTo(TIME);
    } finally {
      MOCK.server().clock().reset();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /clock | {}",
        "PUT | /clock | {\"frozen\": false}",
        "PUT | /clock | {\"now\": \"yesterday\"}",
        "PUT | /clock | {\"now\": \"1812-01-01T00:00:00Z\"}",
        "PUT | /clock | {\"now\": 5, \"frozen\": true}",
        "POST | /clock/advance | {}",
        "POST | /clock/advance | {\"by\": \"ten seconds\"}",
        "POST | /clock/advance | {\"by\": \"-PT10S\"}"
      })
  void whatIsNoTimeIsRefused(String method, String path, String body) {
    Answer answer = admin(method, path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).isNotEmpty();
    assertThat(MOCK.space().clock().isFrozen()).isFalse();
  }

  private static String status(String name) {
    return MOCK.emedgene("/api/test/" + name + "/info").json().path("status").asText();
  }

  private static Answer users(String token) {
    return MOCK.send("GET", "/api/user/org_users", "", Map.of("Authorization", "Bearer " + token));
  }

  private static Answer admin(String method, String path, String body) {
    return MOCK.send(method, "/__mock/api/spaces/" + MOCK.space().name() + path, body, Map.of());
  }
}
