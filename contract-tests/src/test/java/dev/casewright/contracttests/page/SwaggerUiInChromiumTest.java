package dev.casewright.contracttests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.browser.Browser;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both contracts in Swagger UI, tried out against the mock. */
@Tag("full")
class SwaggerUiInChromiumTest {

  private static final Path PICTURES = Path.of("target/page");
  private static final String OPERATIONS = "document.querySelectorAll('.opblock').length";

  @AutoClose private static MockServer mock;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    mock = MockServer.start();
    browser = new Browser();
  }

  @BeforeEach
  void forget() throws Exception {
    browser.tell("Network.enable", "{}");
    browser.tell("Network.setExtraHTTPHeaders", "{\"headers\": {}}");
    browser.requests();
    browser.log("browser");
    mock.space().exchanges().clear();
  }

  @ParameterizedTest
  @CsvSource({"opal, 4", "emedgene, 14"})
  void everyOperationOfTheContractIsThere(String api, int operations) throws Exception {
    browser.open(mock.opalUrl().resolve("/__mock/swagger/" + api));
    browser.await(OPERATIONS + " === " + operations);

    browser.keepScreenshot(PICTURES.resolve("swagger-" + api + ".png"));
    nobodyElseIsAskedAndNothingIsComplainedOf();
  }

  @Test
  void vendorsAddressShowsEmedgeneToWhoIsLoggedIn() throws Exception {
    String authorization = "Bearer " + mock.space().emedgeneToken();
    browser.tell(
        "Network.setExtraHTTPHeaders",
        new ObjectMapper()
            .writeValueAsString(Map.of("headers", Map.of("Authorization", authorization))));

    browser.open(mock.emedgeneUrl().resolve("/api/apidoc/swagger/"));
    browser.await(OPERATIONS + " === 14");

    nobodyElseIsAskedAndNothingIsComplainedOf();
  }

  @Test
  void operationOfOpalIsTriedOutOnTheMock() throws Exception {
    browser.open(mock.opalUrl().resolve("/__mock/swagger/opal"));
    browser.await(OPERATIONS + " === 4");
    authorize("input[name='username']", mock.credentials().opalLogin());

    tryOut("#operations-Reports-getReports");

    shows("#operations-Reports-getReports .live-responses-table", "200");
    JournalEntry seen = mock.space().exchanges().last(1).get(0);
    assertThat(seen.operation()).contains("getReports");
    assertThat(seen.status()).isEqualTo(200);
    nobodyElseIsAskedAndNothingIsComplainedOf();
  }

  private static void authorize(String field, String login) throws IOException {
    browser.click(".auth-wrapper .authorize");
    browser.await("document.querySelector('.auth-container input') !== null");
    browser.type(".auth-container " + field, login);
    browser.type(".auth-container input[name='password']", mock.credentials().password());
    browser.click(".auth-container button.authorize");
    browser.click(".modal-ux .btn-done");
  }

  private static void tryOut(String operation) throws IOException {
    browser.click(operation + " .opblock-summary-control");
    browser.await("document.querySelector('" + operation + " .try-out__btn') !== null");
    browser.click(operation + " .try-out__btn");
    browser.await("document.querySelector('" + operation + " .execute') !== null");
    browser.click(operation + " .execute");
  }

  private static void shows(String selector, String text) throws IOException {
    browser.await(
        "(document.querySelector('" + selector + "')?.textContent ?? '').includes('" + text + "')");
  }

  private static void nobodyElseIsAskedAndNothingIsComplainedOf() throws IOException {
    // Chromium has a wish about the form of Swagger UI, which is no complaint.
    assertThat(browser.log("browser")).allMatch(entry -> entry.contains("[DOM] Input elements"));
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith(mock.opalUrl() + "/") || url.startsWith("data:"));
  }
}
