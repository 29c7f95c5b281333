package dev.casewright.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.browser.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser shows it. Pictures of it are left in {@code target/page}. */
@Tag("full")
class HtmlPageInChromiumTest {

  private static final Path PICTURES = Path.of("target/page");
  private static final String ARROW_RIGHT = "\ue014";
  private static final String VISIBLE =
      "Array.from(document.querySelectorAll('[data-verdict]'))"
          + ".filter(row => getComputedStyle(row).display !== 'none').map(row => row.id).join(' ')";
  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    page = folder.resolve("page.html");
    Files.writeString(page, new HtmlPage().write(SampleReport.of()));
    browser = new Browser();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
  }

  @BeforeEach
  void open() throws Exception {
    browser.tell("Emulation.setEmulatedMedia", "{\"media\": \"\", \"features\": []}");
    browser.tell("Emulation.clearDeviceMetricsOverride", "{}");
    browser.tell("Emulation.setScriptExecutionDisabled", "{\"value\": false}");
    browser.open(page.toUri());
  }

  @Test
  void clickOnAVerdictShowsItsRequirementsOnly() throws Exception {
    browser.click("input[value=fail]");

    assertThat(browser.evaluate(VISIBLE).asText()).isEqualTo("OPAL-PAGE-02");
    assertThat(browser.evaluate("document.getElementById('shown').textContent").asText())
        .isEqualTo("1 of 6 requirements shown");
    browser.keepScreenshot(PICTURES.resolve("failures.png"));
  }

  @Test
  void arrowKeyMovesTheFilterToTheNextVerdict() throws Exception {
    browser.type("input[value=all]", ARROW_RIGHT);

    assertThat(browser.evaluate(VISIBLE).asText()).isEqualTo("OPAL-PAGE-01");
  }

  @Test
  void withoutAScriptAllIsShownAndNoFilter() throws Exception {
    browser.tell("Emulation.setScriptExecutionDisabled", "{\"value\": true}");
    browser.open(page.toUri());

    assertThat(browser.evaluate(VISIBLE).asText().split(" ")).hasSize(6);
    assertThat(browser.evaluate("getComputedStyle(document.getElementById('filter')).display"))
        .hasToString("\"none\"");
  }

  @Test
  void nothingIsFetchedFromElsewhereAndNothingIsComplainedOf() throws Exception {
    browser.requests();
    browser.log("browser");
    browser.open(page.toUri());
    browser.click("input[value=warn]");

    assertThat(browser.log("browser")).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.matches("(?s)(file|data):.*"));
  }

  @Test
  void textOfAReasonIsNotRun() throws Exception {
    assertThat(browser.evaluate("window.broken === undefined").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeReadInLightAndDark(String scheme) throws Exception {
    browser.tell(
        "Emulation.setEmulatedMedia",
        "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"" + scheme + "\"}]}");

    assertThat(browser.leastContrast("main *")).isGreaterThanOrEqualTo(4.5);
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor").asText())
        .isEqualTo(scheme.equals("dark") ? "rgb(20, 23, 28)" : "rgb(255, 255, 255)");
    browser.keepScreenshot(PICTURES.resolve(scheme + ".png"));
  }

  @Test
  void pageFitsANarrowScreen() throws Exception {
    browser.tell(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\": 360, \"height\": 2400, \"deviceScaleFactor\": 1, \"mobile\": true}");

    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
    browser.keepScreenshot(PICTURES.resolve("narrow.png"));
  }

  @Test
  void printHasEveryRequirementWhateverIsShownOnTheScreen() throws Exception {
    browser.click("input[value=pass]");
    browser.tell("Emulation.setEmulatedMedia", "{\"media\": \"print\"}");

    assertThat(browser.evaluate(VISIBLE).asText().split(" ")).hasSize(6);
    assertThat(browser.evaluate("getComputedStyle(document.getElementById('filter')).display"))
        .hasToString("\"none\"");
    assertThat(browser.tell("Page.printToPDF", "{}").path("data").asText()).startsWith("JVBER");
    browser.keepScreenshot(PICTURES.resolve("print.png"));
  }
}
