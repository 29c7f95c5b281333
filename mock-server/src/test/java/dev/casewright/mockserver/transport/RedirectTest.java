package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @ParameterizedTest
  @CsvSource({
    "GET, /reports?limit=1&accession_id=a%20b",
    "GET, /reports/5001/pdf_report/",
    "POST, /api/auth/v2/api_login/",
    "DELETE, /no/such/path",
    "GET, /__mock/api/",
    "GET, /__admin/mappings"
  })
  void everyRequestIsSentToTheSamePlaceWithTls(String method, String pathAndQuery) {
    Answer answer = MOCK.send(MOCK.server().httpUrl(), method, pathAndQuery, "", Map.of());

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains(MOCK.server().opalUrl() + pathAndQuery);
    assertThat(answer.header("Content-Length")).contains("0");
    assertThat(answer.header("Transfer-Encoding")).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theHostNameIsKept() {
    RawExchange raw =
        RawExchange.over(
            MOCK.server().httpUrl(), "GET /reports HTTP/1.1\r\nHost: my-host.test:8080\r\n\r\n");

    assertThat(raw.header("Location"))
        .isEqualTo("https://my-host.test:" + MOCK.server().opalUrl().getPort() + "/reports");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: a b",
        "Host: user@localhost",
        "Host: localhost/path",
        "Host: localhost:http",
        "Host: localhost:99999",
        "Host: ",
        "Host: one\r\nHost: two"
      })
  void aMalformedHostIsRefused(String host) {
    RawExchange raw =
        RawExchange.over(MOCK.server().httpUrl(), "GET /reports HTTP/1.1\r\n" + host + "\r\n\r\n");

    assertThat(raw.statusLine()).contains(" 400 ");
    assertThat(raw.body()).startsWith("{\"description\"");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, /reports?a=b, 443, https://localhost/reports?a=b",
    "localhost:8080, /reports, 8443, https://localhost:8443/reports",
    "[::1]:8080, /, 443, https://[::1]/",
    "localhost, *, 443, https://localhost/"
  })
  void theDefaultPortIsLeftOut(String host, String target, int port, String location) {
    assertThat(RedirectToHttps.location(host, target, port)).contains(location);
  }
}
