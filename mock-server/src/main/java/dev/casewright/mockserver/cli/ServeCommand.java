package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    modelTransformer = LimitOptions.class,
    sortOptions = false,
    exitCodeOnExecutionException = StartFailures.FAILED,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped",
      "1:failed for another reason",
      "2:wrong usage",
      "3:port taken",
      "4:contract or seed pack invalid",
      "130:stopped by Ctrl-C",
      "143:stopped by SIGTERM"
    })
final class ServeCommand implements Callable<Integer> {

  private static final String TOKEN_KEY = "CASEWRIGHT_TOKEN_KEY";

  private final StopSignal stop;
  private final Map<String, String> environment;

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
      description = {
        "Signs Emedgene tokens; the same on all replicas (default: random).",
        "Others on the machine can read it here: rather set CASEWRIGHT_TOKEN_KEY."
      })
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
          "How new cases go on: a time a step such as 2s, reads:N, at-once or never (default"
              + " ${DEFAULT-VALUE}).")
  private String progress;

  @Option(
      names = "--report-progress",
      paramLabel = "POLICY",
      defaultValue = "never",
      description =
          "How reports go on that are being processed, said like --progress (default"
              + " ${DEFAULT-VALUE}).")
  private String reportProgress;

  @Option(
      names = "--webhooks-anywhere",
      description = "Let webhooks be sent beyond this machine (default: loopback only).")
  private boolean webhooksAnywhere;

  @Option(
      names = "--seed-pack",
      paramLabel = "NAME|DIR",
      defaultValue = "small",
      description =
          "What spaces start with: small, empty, large, large:SEED, large:SEED:REPORTS:CASES or a"
              + " folder (default ${DEFAULT-VALUE}).")
  private String seedPack;

  @Option(
      names = "--answer-limit",
      paramLabel = "MIB",
      defaultValue = "64",
      description = "The largest list that is answered, in MiB (default ${DEFAULT-VALUE}).")
  private int answerLimit;

  @Option(
      names = "--deviate",
      paramLabel = "REQUIREMENT",
      description = "Break this requirement on purpose, such as OPAL-FIND-01; may be repeated.")
  private List<String> deviations = List.of();

  @Option(
      names = "--mappings",
      paramLabel = "DIR",
      description = "WireMock mapping files that answer before the mock does (default: none).")
  private Path mappings;

  @Option(
      names = "--switch",
      paramLabel = "NAME=VALUE",
      description =
          "Read what the sources leave open in another way, such as opal-list-shape=array; may be"
              + " repeated.")
  private Map<String, String> switches = Map.of();

  @Mixin private AdminOptions admin = new AdminOptions();

  ServeCommand(StopSignal stop) {
    this(stop, System.getenv());
  }

  ServeCommand(StopSignal stop, Map<String, String> environment) {
    this.stop = stop;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (MockServer server = settings().start()) {
      server.writeCaCertificate(caOut);
      spec.commandLine().getOut().print(Greeting.of(server, caOut.toAbsolutePath()));
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
              .limits(LimitOptions.limits(spec))
              .progress(ProgressPolicy.parse(progress))
              .reportProgress(ProgressPolicy.parse(reportProgress))
              .webhooksAnywhere(webhooksAnywhere)
              .seedPack(seedPack)
              .answerLimit(answerLimit * 1024L * 1024);
      deviations.forEach(settings::deviate);
      switches.forEach(settings::switchTo);
      if (plainHttpPort != null) {
        settings.plainHttpPort(plainHttpPort);
      }
      if (caDir != null) {
        settings.caFolder(caDir);
      }
      if (mappings != null) {
        settings.mappings(mappings);
      }
      Optional.ofNullable(tokenKey)
          .or(() -> Optional.ofNullable(environment.get(TOKEN_KEY)))
          .ifPresent(settings::tokenKey);
      admin.apply(settings, bind, environment);
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
