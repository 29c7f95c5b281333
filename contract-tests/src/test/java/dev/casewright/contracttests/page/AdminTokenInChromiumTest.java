package dev.casewright.contracttests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.browser.Browser;
import dev.casewright.mockserver.MockServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The control room of a server with an admin token asks for it, and keeps it nowhere. */
@Tag("full")
class AdminTokenInChromiumTest {

  private static final String ENTER = "\ue007";

  @Test
  void tokenIsAskedForUntilItIsRightAndKeptNowhere() throws Exception {
    try (MockServer mock = MockServer.builder().adminToken("synthetic token").start();
        Browser browser = new Browser()) {
      browser.open(mock.opalUrl().resolve("/__mock/"));
      browser.await("document.getElementById('token').open");
      browser.type("#token-value", "another" + ENTER);
      browser.await("document.getElementById('h-token').textContent === 'Another admin token'");
      browser.await("document.getElementById('token').open");
      browser.type("#token-value", "synthetic token" + ENTER);
      browser.await("document.querySelectorAll('#switches li').length > 5");

      assertThat(
              browser
                  .evaluate("localStorage.length + sessionStorage.length + document.cookie.length")
                  .asInt())
          .isZero();
      assertThat(browser.evaluate("document.documentElement.outerHTML + location").asText())
          .doesNotContain("synthetic token");
      assertThat(browser.requests()).noneMatch(url -> url.contains("synthetic"));
    }
  }
}
