package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.RawExchange;
import org.junit.jupiter.api.Test;

class AdminAccessTest {

  private static final String[] PATHS = {"/__mock/api", "/__admin/mappings"};

  @Test
  void withATokenOnlyWhoSendsItIsLetIn() {
    try (MockServer server = MockServer.builder().adminToken("synthetic-token").start()) {
      for (String path : PATHS) {
        assertThat(get(server, path, "").statusLine()).contains(" 401 ");
        assertThat(get(server, path, "X-Mock-Admin-Token: other\r\n").statusLine())
            .contains(" 401 ");
        assertThat(get(server, path, "X-Mock-Admin-Token: synthetic-token\r\n").statusLine())
            .contains(" 200 ");
      }
      assertThat(get(server, "/__mock/api", "").body())
          .contains("X-Mock-Admin-Token", "--admin-token")
          .doesNotContain("synthetic-token");
    }
  }

  @Test
  void aTokenDoesNotLetAForeignHostIn() {
    try (MockServer server = MockServer.builder().adminToken("synthetic-token").start()) {
      assertThat(
              RawExchange.over(
                      server,
                      "GET /__mock/api HTTP/1.1\r\nHost: evil.example\r\n"
                          + "X-Mock-Admin-Token: synthetic-token\r\n\r\n")
                  .statusLine())
          .contains(" 403 ");
    }
  }

  @Test
  void offTheAdminApisAreUnknownPaths() {
    try (MockServer server = MockServer.builder().adminOff().start()) {
      assertThat(server.hasAdmin()).isFalse();
      assertThat(get(server, "/__admin/mappings", "").body())
          .isEqualTo(get(server, "/nothing", "").body());
      assertThat(get(server, "/__mock/api", "").body())
          .isEqualTo(get(server, "/api/nothing", "").body());
      for (String path : PATHS) {
        assertThat(get(server, path, "").statusLine()).contains(" 404 ");
      }
    }
  }

  @Test
  void beyondLoopbackTheyAreOffUnlessATokenIsSet() {
    MockServerBuilder beyond = MockServer.builder().bind("0.0.0.0");
    try (MockServer server = beyond.start()) {
      assertThat(server.isLoopback()).isFalse();
      assertThat(get(server, "/__mock/api", "").statusLine()).contains(" 404 ");
    }
    try (MockServer server = beyond.adminToken("synthetic-token").start()) {
      assertThat(get(server, "/__mock/api", "X-Mock-Admin-Token: synthetic-token\r\n").statusLine())
          .contains(" 200 ");
    }
  }

  @Test
  void aBlankTokenIsNone() {
    assertThatThrownBy(() -> AdminAccess.token(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static RawExchange get(MockServer server, String path, String headers) {
    return RawExchange.over(
        server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
  }
}
