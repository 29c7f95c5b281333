package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.journal.ExchangeLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
    footerHeading = "%nElsewhere:%n",
    footer = {
      "  Options may also stand in the environment, in upper case behind CASEWRIGHT_",
      "  (CASEWRIGHT_HTTP_PORT, and CASEWRIGHT_CONFIG), and in the config file",
      "  (http-port: 8080). An option comes before the environment, the environment",
      "  before the file. What may be repeated is a list with commas in the",
      "  environment. --print-config shows what comes of it."
    },
    exitCodeOnExecutionException = StartFailures.FAILED,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped",
      "1:failed for another reason",
      "2:wrong usage, or a file or folder that cannot be used",
      "3:a port is taken, or the address is not of this machine",
      "4:the contracts or the seed pack are invalid",
      "130:stopped with Ctrl-C",
      "143:stopped after SIGTERM"
    })
final class ServeCommand implements Callable<Integer> {

  private final StopSignal stop;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  // In the order in which --help tells them.
  @Mixin private AddressOptions addresses = new AddressOptions();

  @Mixin private StateOptions state = new StateOptions();

  @Mixin private AdminOptions admin = new AdminOptions();

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
      names = "--log",
      paramLabel = "all|refused|off",
      defaultValue = "refused",
      description =
          "Which requests get a line on standard error: all, or what was refused or went wrong"
              + " (default ${DEFAULT-VALUE}).")
  private String log;

  @Option(
      names = SettingSources.CONFIG,
      paramLabel = "FILE",
      description =
          "Settings in YAML, named like the options without their dashes (default: none).")
  private Path config;

  @Option(
      names = SettingSources.PRINT_CONFIG,
      description =
          "Print all settings as a config file, each with where it comes from, and do not start.")
  private boolean printConfig;

  ServeCommand(StopSignal stop) {
    this(stop, System.getenv());
  }

  ServeCommand(StopSignal stop, Map<String, String> environment) {
    this.stop = stop;
    this.environment = environment;
  }

  Map<String, String> environment() {
    return environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    MockServerBuilder settings = settings();
    if (printConfig) {
      spec.commandLine().getOut().print(effective());
      spec.commandLine().getOut().flush();
      return 0;
    }
    try (MockServer server = settings.start()) {
      server.writeCaCertificate(addresses.caOut());
      spec.commandLine().getOut().print(Greeting.of(server, addresses.caOut().toAbsolutePath()));
      spec.commandLine().getOut().flush();
      stop.await();
    }
    return 0;
  }

  private String effective() {
    return EffectiveSettings.of(
        spec,
        spec.commandLine().getParseResult(),
        (SettingSources) spec.commandLine().getDefaultValueProvider());
  }

  private MockServerBuilder settings() {
    MockServerBuilder settings = MockServer.builder();
    SettingCheck check = new SettingCheck(spec);
    addresses.apply(settings, check);
    state.apply(settings, check);
    check.set("--token-key", tokenKey, settings::tokenKey);
    check.set("--token-lifetime", tokenLifetime, settings::tokenLifetime);
    check.set("--log", log, choice -> listen(settings, choice));
    try {
      settings.limits(LimitOptions.limits(spec));
      admin.apply(settings, addresses.bind());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    return settings;
  }

  private static void listen(MockServerBuilder settings, String choice) {
    switch (choice) {
      case "all" -> settings.onExchange(ExchangeLog.ofAll());
      case "refused" -> settings.onExchange(ExchangeLog.ofRefused());
      case "off" -> {}
      default ->
          throw new IllegalArgumentException("It is all, refused or off. Give one of these.");
    }
  }
}
