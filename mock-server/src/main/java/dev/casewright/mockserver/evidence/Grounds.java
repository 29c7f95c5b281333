package dev.casewright.mockserver.evidence;

import dev.casewright.openapi.Evidence;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an answer rests on.
 *
 * @param weakest the weakest evidence of all of it
 * @param requirements the evidence of the requirements that matter for it, by id
 * @param confirmed the day by which all of these were confirmed on a server of the vendor; nothing
 *     if one never was, or if there are none
 */
record Grounds(
    Evidence weakest, Map<String, Evidence> requirements, Optional<LocalDate> confirmed) {

  Grounds {
    requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
  }

  /** The value of the header; nothing if a source stands behind all of it. */
  Optional<String> header() {
    if (!weakest.isOurReading()) {
      return Optional.empty();
    }
    String ours =
        requirements.entrySet().stream()
            .filter(requirement -> requirement.getValue().isOurReading())
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(","));
    return Optional.of(weakest + (ours.isEmpty() ? "" : "; requirements=" + ours));
  }
}
