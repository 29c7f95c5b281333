package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads the options, starts the server, says where it is, and waits for the signal to stop. */
@Command(
    name = "casewright-mock-server",
    description = {
      "A mock of Omicia Opal and Illumina Emedgene with synthetic data.",
      "Independent of both vendors."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionOfJar.class,
    sortOptions = false,
    exitCodeOnExecutionException = StartFailures.FAILED,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped",
      "1:failed for another reason",
      "2:wrong usage",
      "3:port taken",
      "4:contract or seed pack invalid",
      "143:stopped by SIGTERM"
    })
final class ServeCommand implements Callable<Integer> {

  private final StopSignal stop;

  @Spec private CommandSpec spec;

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
      names = "--token-key",
      paramLabel = "SECRET",
      description = "Signs Emedgene tokens; the same on all replicas (default: random).")
  private String tokenKey;

  @Option(
      names = "--token-lifetime",
      paramLabel = "TIME",
      defaultValue = "PT8H",
      description = "How long tokens are good, ISO 8601 (default ${DEFAULT-VALUE}).")
  private Duration tokenLifetime;

  @Option(
      names = "--progress",
      paramLabel = "POLICY",
      defaultValue = "2s",
      description =
          "How new cases go on: a time a step such as 2s, reads:N or at-once (default"
              + " ${DEFAULT-VALUE}).")
  private String progress;

  @Option(
      names = "--deviate",
      paramLabel = "REQUIREMENT",
      description = "Break this requirement on purpose, such as OPAL-FIND-01; may be repeated.")
  private List<String> deviations = List.of();

  ServeCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (MockServer server = settings().start()) {
      server.writeCaCertificate(caOut);
      spec.commandLine().getOut().print(Greeting.of(server, caOut.toAbsolutePath(), bind));
      spec.commandLine().getOut().flush();
      stop.await();
    }
    return 0;
  }

  private MockServerBuilder settings() {
    try {
      MockServerBuilder settings =
          MockServer.builder()
              .httpsPort(httpsPort)
              .httpPort(httpPort)
              .bind(bind)
              .tokenLifetime(tokenLifetime)
              .progress(ProgressPolicy.parse(progress));
      deviations.forEach(settings::deviate);
      if (plainHttpPort != null) {
        settings.plainHttpPort(plainHttpPort);
      }
      if (caDir != null) {
        settings.caFolder(caDir);
      }
      if (tokenKey != null) {
        settings.tokenKey(tokenKey);
      }
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
