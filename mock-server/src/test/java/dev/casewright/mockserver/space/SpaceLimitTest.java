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

  /** The default one, the one of the test, and one to fill up. */
  private static final int MOST = 3;

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.limits(Limits.defaults().with(Limit.SPACES, MOST)));

  @BeforeEach
  void fillUp() {
    MOCK.server().space("full");
  }

  @AfterEach
  void makeRoom() {
    delete("full");
    delete("late");
    MOCK.space().remove();
    // Some tests remove the default one, which the next finds again.
    MOCK.server().space();
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
    assertThat(opal.json().path("description").asText()).contains("3 spaces", "--max-spaces");
    assertThat(opal.header("X-Mock-Request-Id")).isPresent();
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
    assertNoRoom();

    MOCK.server().space("full").remove();

    assertThat(MOCK.server().space("late").reportIds()).isNotEmpty();
  }

  @Test
  void removingASpaceThatIsNotThereMakesNone() {
    assertThat(delete("late").status()).isEqualTo(200);

    assertNoRoom();
  }

  @Test
  void callsWithoutCredentialsGet401ThoughTheDefaultSpaceWasRemoved() {
    delete("default");
    tryToMake("late");

    assertThat(MOCK.send("GET", "/reports", "", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void redirectsGoOnThoughTheDefaultSpaceWasRemoved() {
    delete("default");
    tryToMake("late");

    Answer redirect = MOCK.send(MOCK.server().httpUrl(), "GET", "/reports", "", Map.of());
    assertThat(redirect.status()).isEqualTo(302);
  }

  @Test
  void spacesThatAreThereAreServed() {
    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);
  }

  private static void assertNoRoom() {
    assertThatThrownBy(() -> MOCK.server().space("late"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--max-spaces");
  }

  private static void tryToMake(String space) {
    MOCK.send("GET", "/__mock/api/spaces/" + space, "", Map.of());
  }

  private static Answer delete(String space) {
    return MOCK.send("DELETE", "/__mock/api/spaces/" + space, "", Map.of());
  }
}
