package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockContents;
import dev.casewright.mockserver.MockContents.ServedApi;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSwitches;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

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
    if (!server.hosts().isEmpty()) {
      String hosts = String.join(", ", server.hosts());
      text.append("WARNING: whoever has the key of the CA below can pretend to be ").append(hosts);
      text.append(" to all who trust it.\nThe key is in the memory of this program only, and gone");
      text.append(" with it. Let nothing but tests trust this CA.\n\n");
    }
    text.append(served(server)).append('\n');
    text.append("Opal and Emedgene  ").append(server.opalUrl()).append('\n');
    text.append("Redirects only     ").append(server.httpUrl()).append('\n');
    server
        .plainHttpUrl()
        .ifPresent(url -> text.append("Without TLS        ").append(url).append('\n'));
    if (!server.hosts().isEmpty()) {
      text.append(label("Hosts")).append(String.join(", ", server.hosts()));
      text.append("; for the hosts file: 127.0.0.1 ").append(String.join(" ", server.hosts()));
      text.append('\n');
    }
    text.append(admin(server));
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

  private static String admin(MockServer server) {
    if (!server.hasAdmin()) {
      return label("Admin API") + "off, and its pages with it\n";
    }
    String root = server.opalUrl() + "/__mock/";
    return label("Control room")
        + root
        + '\n'
        + label("Swagger UI")
        + root
        + "swagger/opal and "
        + root
        + "swagger/emedgene\n"
        + label("Admin API")
        + root
        + "api/\n";
  }

  private static String served(MockServer server) {
    MockContents contents = server.contents();
    StringBuilder text = new StringBuilder();
    for (ServedApi api : contents.apis()) {
      text.append(label(title(api.name())));
      text.append(api.operations()).append(" operations, ");
      text.append(api.requirements()).append(" requirements\n");
    }
    text.append(label("Seed pack")).append(contents.seedPack()).append('\n');
    text.append(label("Spaces")).append(String.join(", ", contents.spaces()));
    text.append("; others are made when they are first used\n");
    Set<String> deviations = new TreeSet<>(server.deviations().ids());
    if (!deviations.isEmpty()) {
      text.append(label("Deviations")).append(String.join(", ", deviations)).append('\n');
    }
    List<String> switches = turned(server.switches());
    if (!switches.isEmpty()) {
      text.append(label("Switches")).append(String.join(", ", switches)).append('\n');
    }
    return text.toString();
  }

  /** The switches that do not stand as we recommend. */
  private static List<String> turned(MockSwitches switches) {
    return switches.available().entrySet().stream()
        .filter(each -> !each.getValue().get(0).equals(switches.value(each.getKey())))
        .map(each -> each.getKey() + "=" + switches.value(each.getKey()))
        .toList();
  }

  private static String title(String api) {
    return api.substring(0, 1).toUpperCase(Locale.ROOT) + api.substring(1);
  }

  private static String label(String text) {
    return String.format(Locale.ROOT, "%-19s", text);
  }

  /** For a shell: in single quotes, with those inside taken care of. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
