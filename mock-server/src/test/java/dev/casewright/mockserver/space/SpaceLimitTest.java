package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.transport.Limits;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpaceLimitTest {

  /** The default one, the one of each test of this class, and one to fill up. */
  private static final int MOST = 6;

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.limits(Limits.defaults().with(Limit.SPACES, MOST)));

  @BeforeEach
  void fillUp() {
    for (int i = 0; i < MOST; i++) {
      try {
        MOCK.server().space("full-" + i);
      } catch (IllegalStateException full) {
        return;
      }
    }
  }

  @AfterEach
  void makeRoom() {
    for (int i = 0; i < MOST; i++) {
      MOCK.send("DELETE", "/__mock/api/spaces/full-" + i, "", Map.of());
    }
  }

  @Test
  void theCredentialsOfASpaceTooManyGet503InTheVendorsShape() {
    Answer opal =
        MOCK.send(
            "GET",
            "/reports",
            "",
            Map.of("Authorization", RunningMock.basic("demo-login.late", "demo-password")));

    assertThat(opal.status()).isEqualTo(503);
    assertThat(opal.json().path("description").asText()).contains("6 spaces", "--max-spaces");
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void theAdminApiMakesNoSpaceTooManyEither() {
    Answer admin = MOCK.send("GET", "/__mock/api/spaces/late", "", Map.of());

    assertThat(admin.status()).isEqualTo(503);
    assertThat(admin.json().path("message").asText()).contains("--max-spaces");
  }

  @Test
  void aSpaceThatIsRemovedLeavesRoomForAnother() {
    assertThatThrownBy(() -> MOCK.server().space("late")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--max-spaces");

    MOCK.server().space("full-0").remove();
    assertThat(MOCK.server().space("late").reportIds()).isNotEmpty();
    MOCK.server().space("late").remove();
  }

  @Test
  void spacesThatAreThereAreServed() {
    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);
  }
}
