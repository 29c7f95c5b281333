package dev.casewright.conformance.servers;

import dev.casewright.conformance.check.Check;
import dev.casewright.mockserver.switches.Switch;
import java.util.Map;
import java.util.Set;

/** A switch of the mock server at a value that is not the recommended one. */
record TurnedSwitch(Switch which, String value) {

  /** What the vendor says or shows is not open, even if programs of others cope without it. */
  private static final Map<String, Set<String>> CONTRADICTED =
      Map.of(
          "created-case-status=200",
          Set.of("EMG-CASE-01"),
          "created-status-field=status",
          Set.of("EMG-CASE-04"),
          "file-name-quoting=quoted",
          Set.of(
              "OPAL-FILE-02",
              "OPAL-ANY-SCHEMA/getFinalPdfReport",
              "OPAL-ANY-SCHEMA/getPreviewPdfReport"),
          "opal-times=pst-offset",
          Set.of(
              "OPAL-TIME-01",
              "OPAL-TIME-02",
              "OPAL-ANY-SCHEMA/getReports",
              "OPAL-ANY-SCHEMA/getOneReport"));

  /** What the suite has to call broken with it; nothing unless it contradicts the vendor. */
  Set<String> contradicted() {
    return CONTRADICTED.getOrDefault(toString(), Set.of());
  }

  /** Checks of the other API have nothing to do with it. */
  boolean isAbout(Check check) {
    return which.requirements().isEmpty()
        || which.requirements().stream()
            .anyMatch(id -> id.startsWith(check.api().requirementPrefix()));
  }

  @Override
  public String toString() {
    return which.name() + "=" + value;
  }
}
