package dev.casewright.conformance.drift;

import dev.casewright.conformance.drift.SchemaTree.Schema;
import dev.casewright.openapi.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was seen, counted. Takes little memory whatever a server sends. Thread-safe. */
final class Sightings {

  /** From here on, another finding is only counted, under {@link #ELSEWHERE}. */
  private static final int MOST_FINDINGS = 2_000;

  private static final String ELSEWHERE = "/*";

  private final Map<DriftFinding, LongAdder> unknown = new ConcurrentHashMap<>();
  private final Map<Answered, Boolean> statuses = new ConcurrentHashMap<>();
  private final Map<Answered, Spot> bodies = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

  /** Counts an answer to a regular request. */
  void answered(Operation operation) {
    answers.computeIfAbsent(operation.id(), id -> new LongAdder()).increment();
  }

  /** Remembers that a status of the contract came. */
  void seen(Operation operation, int status) {
    statuses.put(new Answered(operation.id(), status), true);
  }

  boolean hasSeen(Operation operation, int status) {
    return statuses.containsKey(new Answered(operation.id(), status));
  }

  /** What was seen in the bodies of an answer, and will be. */
  Spot body(Operation operation, int status, SchemaTree schemas, Schema schema) {
    return bodies.computeIfAbsent(
        new Answered(operation.id(), status), first -> new Spot(schemas, "", schema));
  }

  /** What was seen in the bodies of an answer; nothing if none came. */
  Optional<Spot> seenBody(Operation operation, int status) {
    return Optional.ofNullable(bodies.get(new Answered(operation.id(), status)));
  }

  /** Counts what the contract does not know. */
  void unknown(
      DriftKind kind,
      Operation operation,
      int status,
      String pointer,
      String shape,
      String document) {
    DriftFinding finding =
        new DriftFinding(
            operation.api(), operation.id(), kind, status, pointer, shape, document, 0);
    LongAdder count = unknown.get(finding);
    if (count == null && unknown.size() >= MOST_FINDINGS) {
      finding =
          new DriftFinding(operation.api(), operation.id(), kind, status, ELSEWHERE, shape, "", 0);
    }
    (count == null ? unknown.computeIfAbsent(finding, first -> new LongAdder()) : count)
        .increment();
  }

  /** What was counted; the counts stand in the values. */
  Map<DriftFinding, Integer> unknown() {
    Map<DriftFinding, Integer> counts = new HashMap<>();
    unknown.forEach((finding, count) -> counts.put(finding, count.intValue()));
    return counts;
  }

  /** How many answers each operation gave to regular requests. */
  Map<String, Integer> answers() {
    Map<String, Integer> counts = new TreeMap<>();
    answers.forEach((operation, count) -> counts.put(operation, count.intValue()));
    return counts;
  }

  private record Answered(String operation, int status) {}
}
