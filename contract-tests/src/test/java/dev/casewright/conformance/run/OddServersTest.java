package dev.casewright.conformance.run;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.mockserver.MockServer;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers whose answers make no sense: checks fail on them, but the suite does not. */
class OddServersTest {

  private static MockServer mock;
  private static WireMockServer odd;
  private static Suite suite;

  @BeforeAll
  static void start() {
    mock = MockServer.builder().plainHttpPort(0).start();
    odd = new WireMockServer(options().dynamicPort().disableRequestJournal());
    odd.start();
    suite = new Suite(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    suite.close();
    odd.stop();
    mock.close();
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"200 | application/json | {}"})
  void commonOnesEndNoCheckWithAnError(int status, String type, String body) {
    endNoCheckWithAnError(status, type, body);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "200 | text/html        | <html><body>Hello</body></html>",
        "200 | application/json | ~~",
        "200 | application/json | []",
        "200 | application/json | null",
        "200 | application/json | 42",
        "200 | application/json | ~\"text\"~",
        "404 | application/json | {}",
        "500 | text/plain       | failure",
        "302 | text/plain       | ~~",
        "200 | application/json | {\"objects\":{\"id\":\"x\"},\"hits\":{\"name\":7},\"name\":[1]}",
        "200 | application/json | {\"objects\":[7,null,\"x\",[]],\"hits\":[7,null,\"x\",[]]}",
        "200 | application/json | ~{\"hits\":[{\"name\":\"EMG 1{/\",\"id\":\"x\"}],\"access_token\":\"\\n\\u0001\",\"name\":\"EMG000000001\"}~",
        "200 | application/json | ~{\"objects\":[{\"id\":99999999999999999999,\"status\":[],\"patient_dict\":7}],\"hits\":[{\"name\":\"EMG000000001\",\"status\":{},\"patients\":[1]}],\"token_type\":\"a\\nb\",\"samples\":{\"a\":1}}~",
        "200 | application/pdf  | ~%PDF-1.7 startxref 99999999999999 %%EOF~"
      })
  void rareOnesEndNoCheckWithAnErrorEither(int status, String type, String body) {
    endNoCheckWithAnError(status, type, body);
  }

  private static void endNoCheckWithAnError(int status, String type, String body) {
    odd.resetMappings();
    odd.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", type)
                    .withHeader("Location", "https://[not an address")
                    .withBody(body)));

    RunResult result =
        suite.run(
            RunsOfTests.withControl(URI.create("http://localhost:" + odd.port()), mock),
            exchange -> {});

    assertThat(RunsOfTests.checksThat(result, CheckOutcome.ERROR)).isEmpty();
    assertThat(result.verdicts()).containsValue(Verdict.FAIL);
  }
}
