package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLimitsTest {

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings.limits(
                  Limits.defaults()
                      .with(Limit.BODY_BYTES, 20_000)
                      .with(Limit.HEADER_BYTES, 4_000)
                      .with(Limit.HEADERS, 20)
                      .with(Limit.REQUEST_LINE_BYTES, 1_000)
                      .with(Limit.JSON_DEPTH, 10)
                      .with(Limit.JSON_DIGITS, 20)
                      .with(Limit.JSON_TEXT, 500)
                      .with(Limit.JSON_TOKENS, 100)));

  private static final String LOGIN = "/api/auth/v2/api_login";

  @Test
  void aRequestLineThatIsTooLongGets414() {
    Answer answer = MOCK.opal("/reports?accession_id=" + "x".repeat(1_000));

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.json().path("description").asText())
        .contains("1000 bytes", "--max-request-line-bytes");
  }

  @Test
  void aRequestLineOfTheLargestLengthPasses() {
    String rest = " /reports?limit=1&x= HTTP/1.1";

    assertThat(MOCK.opal("/reports?limit=1&x=" + "x".repeat(1_000 - 3 - rest.length())).status())
        .isEqualTo(200);
    assertThat(MOCK.opal("/reports?limit=1&x=" + "x".repeat(1_000 - 2 - rest.length())).status())
        .isEqualTo(414);
  }

  @Test
  void aRequestLineBeyondAllHeadersGets414Too() {
    RawExchange raw = over("GET /reports?x=" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: localhost");

    assertThat(raw.statusLine()).contains(" 414 ");
    assertThat(raw.body()).contains("1000 bytes", "\"description\"", "\"message\"");
  }

  @Test
  void headersThatAreTooLargeGet431() {
    RawExchange raw =
        over("GET /reports HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(5_000));

    assertThat(raw.statusLine()).contains(" 431 ");
    assertThat(raw.body()).contains("4000 bytes", "--max-header-bytes");
  }

  @Test
  void headersThatAreTooManyGet431() {
    RawExchange raw = over("GET /api/test HTTP/1.1\r\nHost: localhost" + "\r\nX: y".repeat(25));

    assertThat(raw.statusLine()).contains(" 431 ");
    assertThat(raw.body()).contains("{\"message\"", "20 headers", "--max-headers");
  }

  @Test
  void aBodyThatIsTooLargeGets413() {
    Answer answer = post("{\"username\": \"" + "x".repeat(20_000) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("message").asText()).contains("20000 bytes", "--max-body-bytes");
  }

  @Test
  void aBodyOfUnknownLengthThatIsTooLargeGets413() {
    RawExchange raw =
        over(
            "POST "
                + LOGIN
                + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("1000\r\n" + "x".repeat(4_096) + "\r\n").repeat(6)
                + "0");

    assertThat(raw.statusLine()).contains(" 413 ");
  }

  @Test
  void aBodyThatIsFarTooLargeIsRefusedUnread() {
    RawExchange raw =
        over("POST " + LOGIN + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000000");

    assertThat(raw.statusLine()).contains(" 413 ");
    assertThat(raw.header("Connection")).isEqualTo("close");
  }

  @Test
  void whoAsksBeforeSendingATooLargeBodyIsToldNotTo() {
    RawExchange raw =
        over(
            "POST "
                + LOGIN
                + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 20001");

    assertThat(raw.statusLine()).contains(" 413 ");
  }

  @Test
  void aBodyThatUnpacksToTooMuchGets413() throws IOException {
    RawExchange raw = over(packed(new byte[2_000_000]));

    assertThat(raw.statusLine()).contains(" 413 ");
  }

  @Test
  void aBodyThatIsPackedTwiceIsRefused() throws IOException {
    RawExchange raw = over(packed(gzip(gzip("{}".getBytes(StandardCharsets.UTF_8)))));

    assertThat(raw.statusLine()).contains(" 400 ");
    assertThat(raw.body()).startsWith("{\"message\"");
  }

  @Test
  void aPackedBodyIsUnpacked() throws IOException {
    byte[] login =
        "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(over(packed(login)).statusLine()).contains(" 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    "[, 11, '', levels, --max-json-depth",
    "{\"a\":, 11, '', levels, --max-json-depth",
    "9, 21, '', number, --max-json-digits",
    "[0.1, 21, ',', '', ''",
    "'1,', 101, '[', values, --max-json-tokens",
  })
  void jsonBeyondALimitIsRefusedWithTheRule(
      String piece, int times, String start, String rule, String option) {
    Answer answer = post(start + piece.repeat(times));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(rule, option);
  }

  @Test
  void aNumberWithAFractionCountsAllItsDigits() {
    assertThat(message("{\"username\": 1." + "0".repeat(20) + "}")).contains("--max-json-digits");
  }

  @Test
  void aLongTextIsRefusedWithTheRule() {
    assertThat(message("{\"username\": \"" + "x".repeat(501) + "\"}"))
        .contains("a text of more than 500", "--max-json-text");
  }

  @Test
  void aLongNameIsRefusedWithTheRule() {
    assertThat(message("{\"" + "x".repeat(501) + "\": 1}"))
        .contains("a name of more than 500", "--max-json-text");
  }

  @Test
  void aRefusalQuotesNothingOfTheRequest() {
    assertThat(message("{\"username\": \"" + "canary".repeat(100) + "\"}"))
        .doesNotContain("canary");
  }

  private static String message(String body) {
    return post(body).json().path("message").asText();
  }

  private static Answer post(String body) {
    return MOCK.send("POST", LOGIN, body, Map.of());
  }

  private static RawExchange over(String request) {
    return RawExchange.over(MOCK.server(), request + "\r\n\r\n");
  }

  private static String packed(byte[] content) throws IOException {
    byte[] gzip = gzip(content);
    return "POST "
        + LOGIN
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + gzip.length
        + "\r\n\r\n"
        + new String(gzip, StandardCharsets.ISO_8859_1);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(content);
    }
    return bytes.toByteArray();
  }
}
