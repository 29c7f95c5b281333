package dev.casewright.conformance.cli;

import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.drift.DriftReport;
import dev.casewright.conformance.drift.DriftReport.Origin;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a server and the contract are apart, as files beside the reports. */
final class DriftFiles {

  private DriftFiles() {}

  /** All are searched for canaries before the first one is written. */
  static void write(
      DriftReport drift, RunSettings settings, Canaries canaries, LocalDate today, Path folder)
      throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("drift.md", drift.markdown());
    files.put("drift.json", drift.json().toPrettyString() + "\n");
    boolean vendor = settings.mock().isEmpty() && !isOfThisMachine(settings);
    for (Api api : Api.values()) {
      if (settings.address(api).isPresent()) {
        Origin origin = vendor ? Origin.VENDOR : Origin.OTHER;
        files.put("drift-" + api.id() + ".patch", drift.patch(api, document(api), origin, today));
      }
    }
    files.forEach(canaries::requireNoneIn);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static boolean isOfThisMachine(RunSettings settings) {
    return settings.opal().stream()
            .anyMatch(address -> TargetUrl.isOfThisMachine(address.baseUrl()))
        || settings.emedgene().stream()
            .anyMatch(address -> TargetUrl.isOfThisMachine(address.baseUrl()));
  }

  private static String document(Api api) throws IOException {
    try (InputStream yaml = Contract.class.getResourceAsStream(api.id() + "/openapi.yaml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
