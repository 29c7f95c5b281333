package dev.casewright.contracttests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.browser.Browser;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.fault.ArmedFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control room as a browser shows it. Pictures of it are left in {@code target/page}. */
@Tag("full")
class ControlRoomInChromiumTest {

  private static final Path PICTURES = Path.of("target/page");
  private static final String TAB = "\ue004";
  private static final String ENTER = "\ue007";
  private static final String LOADED = "document.querySelectorAll('#switches li').length > 5";
  private static final Duration IN_TIME = Duration.ofSeconds(30);

  @AutoClose private static MockServer mock;
  @AutoClose private static Browser browser;
  private static int spaces;

  private MockSpace space;

  @BeforeAll
  static void start() throws Exception {
    mock = MockServer.start();
    browser = new Browser();
  }

  @BeforeEach
  void open() throws Exception {
    space = mock.space("page-" + ++spaces);
    browser.requests();
    browser.log("browser");
    browser.open(mock.opalUrl().resolve("/__mock/?space=" + space.name()));
    browser.await(LOADED);
  }

  @AfterEach
  void nobodyElseIsAskedAndNothingIsComplainedOf() throws Exception {
    browser.tell("Emulation.setEmulatedMedia", "{\"media\": \"\", \"features\": []}");
    browser.tell("Emulation.clearDeviceMetricsOverride", "{}");
    assertThat(browser.log("browser")).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith(mock.opalUrl() + "/__mock"));
  }

  @Test
  void statusOfAReportIsSet() throws Exception {
    long report = space.reportIds("APPROVED").get(0);

    browser.type("[data-key='status-" + report + "']", "RUNNING");
    browser.click("[data-key='set-" + report + "']");
    told("The report " + report + " is RUNNING now.");

    assertThat(space.reportIds("RUNNING")).contains(report);
  }

  @Test
  void statusOfACaseIsSet() throws Exception {
    String name = space.caseNames("delivered").get(0);

    browser.type("[data-key='status-" + name + "']", "finalized");
    browser.click("[data-key='set-" + name + "']");
    told("The case " + name + " is finalized now.");

    assertThat(space.caseNames("finalized")).contains(name);
  }

  @Test
  void exchangeThatComesIsShownByItselfAndExplainedWhenItIsOpened() throws Exception {
    request("/reports?limit=0");

    browser.await("document.querySelector('#exchanges .breaks-contract') !== null");
    browser.click("#exchanges summary");

    shows("#exchanges", "contract: query limit: value");
  }

  @Test
  void deviationIsFoundSwitchedOnAndOff() throws Exception {
    browser.type("#deviations input", "opal-find-01");
    browser.click("[data-key='deviation-OPAL-FIND-01']");
    told("OPAL-FIND-01 is broken from now on.");
    assertThat(space.deviations().ids()).contains("OPAL-FIND-01");

    browser.click("[data-key='deviation-OPAL-FIND-01']");
    told("OPAL-FIND-01 is kept again.");
    assertThat(space.deviations().ids()).isEmpty();
  }

  @Test
  void faultIsArmedAndRemoved() throws Exception {
    browser.type("[data-key='fault-kind']", "server-error");
    browser.type("[data-key='fault-operation']", "getReports");
    browser.type("[data-key='fault-times']", "2");
    browser.click("#faults form button");
    told("The fault server-error is armed.");
    assertThat(request("/reports")).isEqualTo(503);

    ArmedFault armed = space.faults().armed().get(0);
    browser.click("[data-key='fault-remove-" + armed.id() + "']");
    told("The fault server-error is removed.");
    assertThat(request("/reports")).isEqualTo(200);
  }

  @Test
  void clockIsFrozenAndSetForward() throws Exception {
    browser.click("[data-key='clock-freeze']");
    told("The clock stands still.");
    var before = space.clock().now();
    browser.click("[data-key='clock-advance']");
    told("The clock is set forward.");

    assertThat(Duration.between(before, space.clock().now())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void switchIsTurned() throws Exception {
    browser.type("[data-key='switch-opal-list-shape']", "array");
    told("opal-list-shape is array now.");

    assertThat(space.switches().value("opal-list-shape")).isEqualTo("array");
  }

  @Test
  void spaceGoesBackToASnapshot() throws Exception {
    long report = space.reportIds("APPROVED").get(0);
    browser.click("[data-key='snapshot-take']");
    told("The snapshot is taken.");
    space.setReportStatus(report, "RUNNING");

    browser.click("#snapshots li button");
    browser.await("document.getElementById('notice').textContent.startsWith('The space is back')");

    assertThat(space.reportIds("APPROVED")).contains(report);
  }

  @Test
  void findingIsShownAndForgotten() throws Exception {
    HttpRequest plain =
        HttpRequest.newBuilder(mock.httpUrl().resolve("/reports"))
            .header("Authorization", basic(space.credentials()))
            .build();
    HttpClient.newHttpClient().send(plain, BodyHandlers.discarding());

    shows("#judgement", "credentials over plain http");
    browser.click("[data-key='judgement-forget']");
    told("The findings are forgotten.");

    assertThat(space.judgement().findings()).isEmpty();
  }

  @Test
  void refusalOfTheMockIsToldInItsOwnWords() throws Exception {
    browser.evaluate("document.querySelector('[data-key=\"clock-by\"]').value = 'soon'");
    browser.click("[data-key='clock-advance']");

    shows("#notice.complaint", "ISO 8601");
    assertThat(browser.log("browser")).hasSize(1).allMatch(entry -> entry.contains("400"));
  }

  @Test
  void keyboardSkipsToTheContentFirst() throws Exception {
    browser.type("body", TAB);
    assertThat(browser.evaluate("document.activeElement.className").asText()).isEqualTo("skip");

    browser.type(".skip", ENTER);
    assertThat(browser.evaluate("document.activeElement.id").asText()).isEqualTo("content");
  }

  @Test
  void focusStaysWhereItWasWhenAListIsShownAnew() throws Exception {
    long report = space.reportIds("APPROVED").get(0);

    browser.type("[data-key='set-" + report + "']", ENTER);
    told("The report " + report + " is APPROVED now.");

    assertThat(browser.evaluate("document.activeElement.dataset.key").asText())
        .isEqualTo("set-" + report);
  }

  @Test
  void anotherSpaceIsOpenedAndRememberedInTheAddress() throws Exception {
    browser.type("#space-name", "page-other" + ENTER);
    told("Space page-other");

    assertThat(browser.evaluate("location.search").asText()).isEqualTo("?space=page-other");
    assertThat(browser.evaluate("document.getElementById('space').value").asText())
        .isEqualTo("page-other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeReadInLightAndDark(String scheme) throws Exception {
    fill();
    browser.tell(
        "Emulation.setEmulatedMedia",
        "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \""
            + scheme
            + "\"},"
            + " {\"name\": \"prefers-reduced-motion\", \"value\": \"reduce\"}]}");

    assertThat(browser.leastContrast("header *, main *")).isGreaterThanOrEqualTo(4.5);
    browser.keepScreenshot(PICTURES.resolve("control-room-" + scheme + ".png"));
  }

  @Test
  void pageFitsANarrowScreen() throws Exception {
    fill();
    browser.tell(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\": 360, \"height\": 2400, \"deviceScaleFactor\": 1, \"mobile\": true}");

    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
    browser.keepScreenshot(PICTURES.resolve("control-room-narrow.png"));
  }

  private void fill() throws Exception {
    request("/reports?limit=0");
    request("/nothing");
    request("/reports");
    browser.click("#refresh");
    told("All is as it is now.");
    browser.click("#exchanges summary");
    shows("#exchanges", "reports are given");
  }

  private static void told(String text) throws IOException {
    shows("#notice", text);
  }

  private static void shows(String selector, String text) throws IOException {
    browser.await(
        "(document.querySelector(\""
            + selector
            + "\")?.textContent ?? '').includes(\""
            + text
            + "\")");
  }

  private int request(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mock.opalUrl() + path))
            .header("Authorization", basic(space.credentials()))
            .timeout(IN_TIME)
            .build();
    return HttpClient.newBuilder()
        .sslContext(mock.sslContext())
        .build()
        .send(request, BodyHandlers.discarding())
        .statusCode();
  }

  private static String basic(DemoCredentials key) {
    String loginAndPassword = key.opalLogin() + ":" + key.password();
    return "Basic "
        + Base64.getEncoder().encodeToString(loginAndPassword.getBytes(StandardCharsets.UTF_8));
  }
}
