package dev.casewright.conformance.cli;

import dev.casewright.conformance.broker.PactPublication;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives pacts to a broker. */
@Command(
    name = "publish",
    description = {
      "Publishes pacts to a Pact Broker.",
      "Who publishes: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD."
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class PublishCommand implements Callable<Integer> {

  private static final String TOKEN = "PACT_BROKER_TOKEN";
  private static final String USERNAME = "PACT_BROKER_USERNAME";
  private static final String PASSWORD = "PACT_BROKER_PASSWORD";

  private final Surroundings surroundings;

  @Option(
      names = "--broker-url",
      paramLabel = "URL",
      required = true,
      description = "The broker; plain http for this machine only.")
  private String brokerUrl;

  @Option(
      names = "--pacts",
      paramLabel = "DIR",
      required = true,
      description = "The folder with the pacts.")
  private Path pacts;

  @Option(
      names = "--consumer-version",
      paramLabel = "VERSION",
      required = true,
      description = "The version of the consumer, such as a commit.")
  private String version;

  @Option(names = "--branch", paramLabel = "NAME", description = "The branch of that version.")
  private String branch;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates to trust beside those of the JDK, as PEM.")
  private Path ca;

  PublishCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    HttpClient http =
        HttpClient.newBuilder()
            .sslContext(Trust.with(Optional.ofNullable(ca)))
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    PactPublication publication =
        new PactPublication(
            TargetUrl.ofApi("--broker-url", brokerUrl),
            authorization(surroundings.environment()),
            http);
    try {
      publication
          .publish(pacts, version, Optional.ofNullable(branch))
          .forEach(line -> surroundings.out().println("published " + line));
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(wrong.getMessage());
    }
    return ExitCode.PASSED.code();
  }

  private static Optional<String> authorization(Map<String, String> environment) {
    String token = environment.get(TOKEN);
    if (token != null) {
      return Optional.of("Bearer " + token);
    }
    String username = environment.get(USERNAME);
    String password = environment.get(PASSWORD);
    if (username == null && password == null) {
      return Optional.empty();
    }
    if (username == null || password == null) {
      throw new UsageException("Set both " + USERNAME + " and " + PASSWORD + ", or none.");
    }
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
