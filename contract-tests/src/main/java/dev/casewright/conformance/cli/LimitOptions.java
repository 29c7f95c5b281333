package dev.casewright.conformance.cli;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.openapi.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How far checks may go. What a guest may do on a tenant is the default. */
final class LimitOptions {

  private static final int REQUESTS_ON_A_TENANT = 2_000;
  private static final double RATE_ON_A_TENANT = 5;
  private static final int REQUESTS_ON_THIS_MACHINE = 1_000_000;
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  @Option(
      names = "--effects",
      paramLabel = "EFFECT",
      defaultValue = "read",
      converter = EffectName.class,
      description = {
        "The strongest thing that may be done to the target: read, create, change or delete",
        "(default ${DEFAULT-VALUE}). A login is a read; fetching an Emedgene report is create."
      })
  private Effect effects;

  @Option(
      names = "--allow-probe",
      paramLabel = "NAME",
      split = ",",
      converter = ProbeName.class,
      description = {
        "Requests that no correct client would send, beyond this machine: plain-http,",
        "no-credentials, wrong-credentials, unknown-things, foreign-things, invalid-values or",
        "other-methods; may be repeated."
      })
  private List<Probe> probes = List.of();

  @Option(
      names = "--max-requests",
      paramLabel = "NUMBER",
      description =
          "The most requests of the run (default 2000, on this machine 1000000). What is not made"
              + " for lack of requests is not run, and the run is incomplete.")
  private Integer maxRequests;

  @Option(
      names = "--rate",
      paramLabel = "NUMBER",
      description = "The most requests in a second (default 5, on this machine no limit).")
  private Double rate;

  @Option(names = "--strict", description = "A warning is a failure.")
  private boolean strict;

  RunSettings settings(Target target, Predicate<Check> scope) {
    if (maxRequests != null && maxRequests < 1) {
      throw new UsageException("--max-requests is at least 1.");
    }
    if (rate != null && !(rate > 0)) {
      throw new UsageException("--rate is more than 0 requests in a second.");
    }
    boolean here = target.isOfThisMachine();
    return new RunSettings(
        target.opal(),
        target.emedgene(),
        target.mock(),
        target.tls(),
        effects,
        Set.copyOf(probes),
        scope,
        strict,
        Optional.ofNullable(maxRequests)
            .orElse(here ? REQUESTS_ON_THIS_MACHINE : REQUESTS_ON_A_TENANT),
        Optional.ofNullable(rate).or(() -> here ? Optional.empty() : Optional.of(RATE_ON_A_TENANT)),
        LONGEST_ANSWER,
        1);
  }

  /** Effects by name; a probe is allowed by its own option. */
  static final class EffectName implements ITypeConverter<Effect> {
    @Override
    public Effect convert(String name) {
      return Stream.of(Effect.values())
          .filter(effect -> effect != Effect.PROBE)
          .filter(effect -> effect.toString().equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("it is read, create, change or delete"));
    }
  }

  /** Probes by name. */
  static final class ProbeName implements ITypeConverter<Probe> {
    @Override
    public Probe convert(String name) {
      return Stream.of(Probe.values())
          .filter(probe -> probe.toString().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "it is one of "
                          + Stream.of(Probe.values())
                              .map(Probe::toString)
                              .collect(Collectors.joining(", "))));
    }
  }
}
