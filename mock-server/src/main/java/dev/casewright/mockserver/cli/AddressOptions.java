package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.MockServerBuilder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the server listens, and what it says to prove who it is. */
final class AddressOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8443",
      description = "Both APIs with TLS (default ${DEFAULT-VALUE}; 0: any free port).")
  private int httpsPort;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Answers 302 to the TLS port only (default ${DEFAULT-VALUE}; 0: any free port).")
  private int httpPort;

  @Option(
      names = "--plain-http-port",
      paramLabel = "PORT",
      description = "Both APIs without TLS (default off; 0: any free port).")
  private Integer plainHttpPort;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where to listen (default ${DEFAULT-VALUE}).")
  private String bind;

  @Option(
      names = "--ca-out",
      paramLabel = "FILE",
      defaultValue = "casewright-ca.pem",
      description = "Where to write the certificate that clients trust (default ${DEFAULT-VALUE}).")
  private Path caOut;

  @Option(
      names = "--ca-dir",
      paramLabel = "DIR",
      description = "Keep the development CA with its key there (default: in memory only).")
  private Path caDir;

  @Option(
      names = "--host",
      split = SettingSources.SEPARATOR,
      paramLabel = "NAME",
      description =
          "Stand in for this host under its own name, such as workspace.opal.example; may be"
              + " repeated. Clients find it with a line in the hosts file.")
  private List<String> hosts = List.of();

  void apply(MockServerBuilder settings, SettingCheck check) {
    settings.bind(bind);
    check.set("--port", httpsPort, settings::httpsPort);
    check.set("--http-port", httpPort, settings::httpPort);
    check.set("--plain-http-port", plainHttpPort, settings::plainHttpPort);
    hosts.forEach(host -> check.set("--host", host, settings::host));
    check.set("--ca-dir", caDir, settings::caFolder);
  }

  String bind() {
    return bind;
  }

  Path caOut() {
    return caOut;
  }
}
