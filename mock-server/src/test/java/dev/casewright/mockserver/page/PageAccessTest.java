package dev.casewright.mockserver.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see the pages. */
class PageAccessTest {

  @RegisterExtension
  static final RunningMock WITH_TOKEN = new RunningMock(settings -> settings.adminToken("token"));

  @RegisterExtension
  static final RunningMock WITHOUT_ADMIN = new RunningMock(settings -> settings.adminOff());

  /** A browser cannot send the token with the first request; the page asks for it. */
  @ParameterizedTest
  @CsvSource({
    "/__mock/, 200",
    "/__mock/room/main.js, 200",
    "/__mock/api, 401",
    "/__mock/api/exchanges, 401",
    "/__mock/room/../api, 401",
    "/__mock/room/%2e%2e/api, 401",
    "/__mock/api/../room/main.js, 401"
  })
  void thePageComesWithoutATokenAndTheAdminApiDoesNot(String path, int status) {
    assertThat(status(WITH_TOKEN, path)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"/__mock/, 404", "/__mock/room/main.js, 404", "/__mock/swagger/opal, 200"})
  void withoutAdminApisThereIsNoControlRoomButTheDocumentation(String path, int status) {
    assertThat(status(WITHOUT_ADMIN, path)).isEqualTo(status);
  }

  @Test
  void noPageOfAnotherSiteLeadsToTheControlRoom() {
    assertThat(
            WITH_TOKEN.send("GET", "/__mock/", "", Map.of("Sec-Fetch-Site", "cross-site")).status())
        .isEqualTo(403);
  }

  private static int status(RunningMock mock, String path) {
    return mock.send("GET", path, "", Map.of()).status();
  }
}
