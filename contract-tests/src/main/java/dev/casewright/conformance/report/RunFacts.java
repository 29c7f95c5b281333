package dev.casewright.conformance.report;

import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run rests on. No host, no user and no path is in it.
 *
 * @param suiteVersion the version of the suite
 * @param suiteDigest the SHA-256 of its classes
 * @param contractDigests the SHA-256 of each contract document by its name
 * @param jdk maker and version of the Java platform
 * @param operatingSystem the class of the operating system: Linux, macOS, Windows or other
 * @param target what kind of server was checked
 * @param apis the APIs that were checked
 * @param effects the strongest effect that was allowed
 * @param probes the probes that were allowed on a host that is not of this machine
 * @param strict whether a warning is a failure
 */
public record RunFacts(
    String suiteVersion,
    String suiteDigest,
    Map<String, String> contractDigests,
    String jdk,
    String operatingSystem,
    TargetClass target,
    List<Api> apis,
    Effect effects,
    List<Probe> probes,
    boolean strict) {

  /** Keeps copies of the collections. */
  public RunFacts {
    contractDigests = new TreeMap<>(contractDigests);
    apis = List.copyOf(apis);
    probes = List.copyOf(probes);
  }

  /**
   * The facts of a run of this suite on this platform.
   *
   * @param settings what was checked, and how far checks could go
   * @return the facts
   */
  public static RunFacts of(RunSettings settings) {
    return new RunFacts(
        Optional.ofNullable(Suite.class.getPackage().getImplementationVersion())
            .orElse("unreleased build"),
        Digests.ofSuite(),
        Digests.ofContracts(),
        System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
        operatingSystem(System.getProperty("os.name")),
        TargetClass.of(settings),
        Stream.of(Api.values()).filter(api -> addressOf(api, settings).isPresent()).toList(),
        settings.effects(),
        settings.probes().stream().sorted().toList(),
        settings.strict());
  }

  private static Optional<ApiAddress> addressOf(Api api, RunSettings settings) {
    return api == Api.OPAL ? settings.opal() : settings.emedgene();
  }

  private static String operatingSystem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return "Windows";
    }
    if (lower.startsWith("mac")) {
      return "macOS";
    }
    return lower.startsWith("linux") ? "Linux" : "other";
  }
}
