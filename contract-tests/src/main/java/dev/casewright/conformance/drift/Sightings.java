package dev.casewright.conformance.drift;

import dev.casewright.openapi.Api;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was seen, counted. Takes little memory whatever a server sends. Thread-safe. */
final class Sightings {

  /** From here on, another finding is only counted, under {@link #ELSEWHERE}. */
  private static final int MOST_FINDINGS = 2_000;

  private static final String ELSEWHERE = "/*";

  private final Map<DriftFinding, Integer> unknown = new LinkedHashMap<>();
  private final Map<Place, Set<String>> known = new HashMap<>();
  private final Map<String, Integer> answers = new TreeMap<>();

  /** Counts an answer to a regular request. */
  synchronized void answered(String operation) {
    answers.merge(operation, 1, Integer::sum);
  }

  /** Remembers that a part of the contract was seen. */
  synchronized void seen(Place place, String type) {
    known.computeIfAbsent(place, key -> new HashSet<>()).add(type);
  }

  /** Counts what the contract does not know. */
  synchronized void unknown(DriftKind kind, Api api, Place place, String shape, String document) {
    DriftFinding finding = finding(kind, api, place, shape, document);
    boolean isFull = unknown.size() >= MOST_FINDINGS && !unknown.containsKey(finding);
    Place elsewhere = new Place(place.operation(), place.status(), ELSEWHERE);
    unknown.merge(
        isFull ? finding(kind, api, elsewhere, shape, "") : finding, 1, Integer::sum);
  }

  private static DriftFinding finding(
      DriftKind kind, Api api, Place place, String shape, String document) {
    return new DriftFinding(
        api, place.operation(), kind, place.status(), place.pointer(), shape, document, 0);
  }

  /** What was counted; the counts stand in the values. */
  synchronized Map<DriftFinding, Integer> unknown() {
    return Map.copyOf(unknown);
  }

  /** The types that were seen at each place of the contract. */
  synchronized Map<Place, Set<String>> known() {
    Map<Place, Set<String>> copy = new HashMap<>();
    known.forEach((place, types) -> copy.put(place, Set.copyOf(types)));
    return copy;
  }

  /** How many answers each operation gave to regular requests. */
  synchronized Map<String, Integer> answers() {
    return new TreeMap<>(answers);
  }

  /** A place in the answers of an operation; the pointer of a status is empty. */
  record Place(String operation, int status, String pointer) {

    Place below(String step) {
      return new Place(operation, status, pointer + "/" + step);
    }
  }
}
