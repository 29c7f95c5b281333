package dev.casewright.mockserver.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseLifeCycleTest {

  @Nested
  class ByTime {

    private static final MutableClock CLOCK =
        new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));

    @RegisterExtension
    static final RunningMock MOCK =
        new RunningMock(
            settings ->
                settings.clock(CLOCK).progress(ProgressPolicy.every(Duration.ofSeconds(10))));

    @Test
    void aNewCaseWalksToDeliveredAndStaysThere() {
      Instant created = CLOCK.instant();
      String name = MOCK.createCase();
      assertThat(status(MOCK, name)).isEqualTo("uploading");
      assertThat(status(MOCK, name)).isEqualTo("uploading");

      CLOCK.advance(Duration.ofSeconds(10));
      assertThat(status(MOCK, name)).isEqualTo("in_progress");

      CLOCK.advance(Duration.ofSeconds(10));
      JsonNode delivered = MOCK.caseDetail(name);
      assertThat(delivered.path("status").asText()).isEqualTo("delivered");
      assertThat(delivered.path("delivered_date")).isEqualTo(delivered.path("status_change_date"));

      CLOCK.advance(Duration.ofDays(1));
      assertThat(status(MOCK, name)).isEqualTo("delivered");
      assertThat(
              MOCK.emedgene(
                      "/api/test?status=delivered&from_status_change_date="
                          + created.plusSeconds(20))
                  .json()
                  .at("/hits/0/name")
                  .asText())
          .isEqualTo(name);
    }

    @Test
    void aCaseThatWaitsForItsSamplesStaysWhereItIs() {
      String name =
          MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.waiting())
              .json()
              .path("name")
              .asText();

      CLOCK.advance(Duration.ofDays(1));

      assertThat(status(MOCK, name)).isEqualTo("pending-sequencing");
    }

    @Test
    void aCaseThatWasSetDirectlyStaysWhereItWasPut() {
      String name = MOCK.createCase();
      MOCK.space().setCaseStatus(name, "in_progress");

      CLOCK.advance(Duration.ofDays(1));

      assertThat(status(MOCK, name)).isEqualTo("in_progress");
    }

    @Test
    void casesOfTheSeedStayWhereTheyAre() {
      CLOCK.advance(Duration.ofDays(1));

      assertThat(MOCK.space().caseNames("uploading")).isNotEmpty();
      assertThat(MOCK.space().caseNames("in_progress")).isNotEmpty();
    }

    @Test
    void aTokenExpiresByTheSameClock() {
      String token = "Bearer " + MOCK.space().emedgeneToken();
      CLOCK.advance(Duration.ofHours(8));

      assertThat(
              MOCK.send("GET", "/api/user/org_users", "", Map.of("Authorization", token)).status())
          .isEqualTo(401);
    }
  }

  @Nested
  class ByReads {

    @RegisterExtension
    static final RunningMock MOCK =
        new RunningMock(settings -> settings.progress(ProgressPolicy.everyReads(2)));

    @Test
    void aNewCaseGoesOnAfterEachSoManyReads() {
      String name = MOCK.createCase();

      assertThat(status(MOCK, name)).isEqualTo("uploading");
      assertThat(status(MOCK, name)).isEqualTo("uploading");
      assertThat(status(MOCK, name)).isEqualTo("in_progress");
      assertThat(status(MOCK, name)).isEqualTo("in_progress");
      assertThat(status(MOCK, name)).isEqualTo("delivered");
      assertThat(status(MOCK, name)).isEqualTo("delivered");
    }
  }

  @Nested
  class AtOnce {

    @RegisterExtension
    static final RunningMock MOCK =
        new RunningMock(settings -> settings.progress(ProgressPolicy.atOnce()));

    @Test
    void aNewCaseIsDeliveredWhenItIsFirstLookedAt() {
      assertThat(status(MOCK, MOCK.createCase())).isEqualTo("delivered");
    }
  }

  private static String status(RunningMock mock, String name) {
    return mock.emedgene("/api/test/" + name + "/info").json().path("status").asText();
  }
}
