package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page could send, over a name of its own that points to this machine or otherwise. */
class ForeignPageTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  private static final String[] ADMIN = {"/__mock/api", "/__admin/mappings"};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebound.example",
        "rebound.example:8443",
        "localhost.rebound.example",
        "127.0.0.1.rebound.example",
        "localhost@rebound.example",
        "localhost:8443:1",
        "localhost, rebound.example",
        "2130706433",
        "0x7f000001",
        "localhost.",
        ""
      })
  void aHostThatIsNotThisMachineReachesNoAdminApi(String host) {
    for (String path : ADMIN) {
      assertRefused("GET " + path + " HTTP/1.1\r\nHost: " + host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost\r\nHost: rebound.example",
        "Host: rebound.example\r\nHost: localhost",
        "Host: localhost\r\nOrigin: https://rebound.example",
        "Host: localhost\r\nOrigin: null",
        "Host: localhost\r\nSec-Fetch-Site: cross-site",
        "Host: localhost\r\nSec-Fetch-Site: same-site",
        "X-Forwarded-Host: localhost\r\nHost: rebound.example"
      })
  void aPageOfAnotherOriginReachesNoAdminApi(String headers) {
    for (String path : ADMIN) {
      assertRefused("GET " + path + " HTTP/1.1\r\n" + headers);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://rebound.example", "https://rebound.example:8443"})
  void aForeignAuthorityInTheRequestLineReachesNoAdminApi(String authority) {
    for (String path : ADMIN) {
      assertRefused("GET " + authority + path + " HTTP/1.1\r\nHost: localhost");
      assertRefused("GET " + authority + path + " HTTP/1.1\r\nHost: rebound.example");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%5f%5fadmin/mappings",
        "/__admin;a=b/mappings",
        "/reports/../__admin/mappings",
        "/reports/%2e%2e/__mock/api",
        "/./__admin/mappings",
        "/__mock/../reports",
        "/__mock/api/../../reports"
      })
  void anAdminPathInDisguiseIsGuardedToo(String path) {
    assertRefused("GET " + path + " HTTP/1.1\r\nHost: rebound.example");
  }

  private static void assertRefused(String request) {
    RawExchange raw = RawExchange.over(MOCK.server(), request + "\r\n\r\n");

    assertThat(raw.statusLine()).containsPattern(" (403|400) ");
    assertThat(raw.answer()).doesNotContain("Access-Control-Allow");
    assertThat(raw.body()).contains("\"message\"");
  }
}
