package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import java.net.URI;
import java.nio.file.Path;

/** What the server says when it is up; its last line is for programs that wait for it. */
final class Greeting {

  private Greeting() {}

  static String of(MockServer server, Path caCertificate) {
    DemoCredentials demo = server.credentials();
    String ca = quoted(caCertificate.toString());
    StringBuilder text = new StringBuilder();
    text.append("Casewright mock server: synthetic data, independent of both vendors.\n\n");
    if (!server.isLoopback()) {
      text.append("WARNING: it listens beyond this machine, and its credentials are public.\n\n");
    }
    text.append("Opal and Emedgene  ").append(server.opalUrl()).append('\n');
    text.append("Redirects only     ").append(server.httpUrl()).append('\n');
    server
        .plainHttpUrl()
        .ifPresent(url -> text.append("Without TLS        ").append(url).append('\n'));
    text.append("Admin API          ");
    text.append(server.hasAdmin() ? server.opalUrl() + "/__mock/api/\n" : "off\n");
    text.append("CA certificate     ").append(caCertificate).append('\n');
    text.append("Opal key           ").append(demo.opalLogin()).append('\n');
    text.append("Emedgene user      ").append(demo.emedgeneUsername()).append('\n');
    text.append("Password of both   ").append(demo.password()).append("\n\n");
    text.append("Try it:\n");
    text.append("  curl -si '").append(server.httpUrl()).append("/reports?limit=1'\n");
    text.append("  curl -s --cacert ").append(ca);
    text.append(" -u ").append(demo.opalLogin()).append(':').append(demo.password());
    text.append(" '").append(server.opalUrl()).append("/reports?limit=1'\n");
    text.append("  curl -s --cacert ").append(ca);
    text.append(" -d '{\"username\": \"").append(demo.emedgeneUsername());
    text.append("\", \"password\": \"").append(demo.password()).append("\"}' ");
    text.append(server.emedgeneUrl()).append("/api/auth/v2/api_login/\n\n");
    text.append("ready https=").append(server.opalUrl().getPort());
    text.append(" http=").append(server.httpUrl().getPort());
    text.append(" plain-http=");
    text.append(server.plainHttpUrl().map(URI::getPort).map(String::valueOf).orElse("off"));
    return text.append('\n').toString();
  }

  /** For a shell: in single quotes, with those inside taken care of. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
