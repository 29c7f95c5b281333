package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Option;

/** What is served, and how it goes on. */
final class StateOptions {

  private static final long BYTES_PER_MIB = 1024L * 1024;

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
      arity = "0..1",
      paramLabel = "true|false",
      defaultValue = "false",
      fallbackValue = "true",
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
      split = SettingSources.SEPARATOR,
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
      split = SettingSources.SEPARATOR,
      paramLabel = "NAME=VALUE",
      description =
          "Read what the sources leave open in another way, such as opal-list-shape=array; may be"
              + " repeated.")
  private Map<String, String> switches = Map.of();

  @Option(
      names = "--start-time",
      paramLabel = "TIME",
      description =
          "What time it is at the start, such as 2031-03-04T09:15:00Z; it goes on from there"
              + " (default: now).")
  private Instant startTime;

  @Option(
      names = "--random-seed",
      paramLabel = "NUMBER",
      description =
          "Choose the names of new cases in the same way at every start (default:"
              + " unpredictable).")
  private Long randomSeed;

  void apply(MockServerBuilder settings, SettingCheck check) {
    check.set("--progress", progress, text -> settings.progress(ProgressPolicy.parse(text)));
    check.set(
        "--report-progress",
        reportProgress,
        text -> settings.reportProgress(ProgressPolicy.parse(text)));
    settings.webhooksAnywhere(webhooksAnywhere);
    check.set("--seed-pack", seedPack, settings::seedPack);
    check.set("--answer-limit", answerLimit, mib -> settings.answerLimit(mib * BYTES_PER_MIB));
    check.set("--mappings", mappings, settings::mappings);
    check.set("--start-time", startTime, time -> settings.clock(startingAt(time)));
    check.set("--random-seed", randomSeed, seed -> settings.random(new Random(seed)));
    deviations.forEach(id -> check.set("--deviate", id, settings::deviate));
    switches.forEach(
        (name, value) -> check.set("--switch", value, to -> settings.switchTo(name, to)));
  }

  private static Clock startingAt(Instant time) {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), time));
  }
}
