package dev.casewright.mockserver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.RawExchange;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that stands in for hosts under their own names. */
class HostNameTest {

  private static final String HOST = "workspace.opal.example";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {HOST, "Emedgene.Lab.Example", "localhost"})
  void aClientThatTrustsTheCaReachesTheHost(String host) throws Exception {
    try (MockServer server = server().start()) {
      shakeHands(server, host);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.opal.example", "opal.example", "a.workspace.opal.example"})
  void itReachesNoOtherHost(String host) {
    try (MockServer server = server().start()) {
      assertThatThrownBy(() -> shakeHands(server, host)).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theCaIsGoodForTheseNamesOnly() throws IOException {
    try (MockServer server = server().start()) {
      X509Certificate ca = server.caCertificate();
      NameConstraints constraints =
          NameConstraints.getInstance(
              JcaX509ExtensionUtils.parseExtensionValue(ca.getExtensionValue("2.5.29.30")));

      assertThat(Arrays.stream(constraints.getPermittedSubtrees()))
          .extracting(subtree -> subtree.getBase().getName().toString())
          .hasSize(5)
          .contains("localhost", HOST, "emedgene.lab.example");
      assertThat(ca.getCriticalExtensionOIDs()).contains("2.5.29.30");
    }
  }

  @Test
  void theKeyOfSuchACaIsNeverKept() {
    assertThatThrownBy(() -> server().caFolder(folder).start())
        .isInstanceOf(TlsException.class)
        .hasMessageContaining("--ca-dir")
        .hasMessageContaining(HOST);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theAdminApisRefuseTheHost() {
    try (MockServer server = server().start()) {
      for (String path : new String[] {"/__mock/api", "/__admin/mappings"}) {
        assertThat(
                RawExchange.over(server, "GET " + path + " HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n")
                    .statusLine())
            .contains(" 403 ");
      }
    }
  }

  @Test
  void theRedirectKeepsTheHost() {
    try (MockServer server = server().start()) {
      URI redirecting = server.httpUrl();

      assertThat(
              RawExchange.over(
                      redirecting, "GET /reports?limit=1 HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n")
                  .header("Location"))
          .isEqualTo("https://" + HOST + ":" + server.opalUrl().getPort() + "/reports?limit=1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example",
        "localhost",
        "*.opal.example",
        "127.0.0.1",
        "::1",
        "opal.example:443",
        "https://opal.example",
        "-a.example",
        "a-.example",
        "a..example",
        "opal.example.",
        "a b.example"
      })
  void whatIsNoNameOfAHostIsRefused(String name) {
    assertThatThrownBy(() -> MockServer.builder().host(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Give such a name");
  }

  private static MockServerBuilder server() {
    return MockServer.builder().host(HOST).host("Emedgene.Lab.Example");
  }

  /** As a client does that found the host in the hosts file. */
  private static void shakeHands(MockServer server, String host) throws IOException {
    try (Socket connection = new Socket("127.0.0.1", server.opalUrl().getPort());
        SSLSocket socket =
            (SSLSocket)
                server
                    .sslContext()
                    .getSocketFactory()
                    .createSocket(connection, host, connection.getPort(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
    }
  }
}
