package dev.casewright.client.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.casewright.client.drift.DriftFinding;
import dev.casewright.client.drift.DriftKind;
import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.drift.DriftReport;
import dev.casewright.client.json.OpenValue;
import dev.casewright.client.json.WireObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects what comes in one call that the contract does not know. Takes little memory whatever the
 * server sends. Thread-safe.
 */
final class DriftNotes {
  /** From here on, another finding is only counted, under {@link #ELSEWHERE}. */
  private static final int MOST_FINDINGS = 200;

  private static final String ELSEWHERE = "/*";

  /** The name of an unknown field is shown if a programmer may have given it. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,60}");

  private final DriftListener listener;
  private final Set<Integer> statuses;
  private final Map<Place, Integer> counts = new LinkedHashMap<>();

  /**
   * Starts without a finding.
   *
   * @param listener who is told in the end
   * @param statuses the HTTP statuses that the contract knows for the operation; empty if the
   *     contract says nothing of it
   */
  DriftNotes(DriftListener listener, Set<Integer> statuses) {
    this.listener = listener;
    this.statuses = Set.copyOf(statuses);
  }

  /**
   * Looks at the status of an answer.
   *
   * @param status the HTTP status
   */
  void lookAt(int status) {
    if (isWanted() && !statuses.isEmpty() && !statuses.contains(status)) {
      count(DriftKind.UNKNOWN_STATUS, "", "HTTP " + status);
    }
  }

  /**
   * Looks through an answer or a part of one. What is neither an object of the contract nor made of
   * them has no form in the contract, so nothing in it is unknown.
   *
   * @param pointer where it stands in the answer
   * @param part the answer or a part of it, as it was read, or null
   */
  void lookThrough(String pointer, Object part) {
    if (isWanted()) {
      walk(pointer, part);
    }
  }

  /**
   * Tells the listener, if there is something to tell.
   *
   * @param operation the {@code operationId} of the contract
   * @param correlationId the id that the requests of the call were sent with
   */
  void tell(String operation, String correlationId) {
    List<DriftFinding> findings = isWanted() ? findings() : List.of();
    if (findings.isEmpty()) {
      return;
    }
    try {
      listener.drifted(new DriftReport(operation, correlationId, findings));
    } catch (RuntimeException | Error failure) {
      // The call has its result by now, and keeps it.
      ListenerFailures.log("a listener for drift", failure);
    }
  }

  private boolean isWanted() {
    return listener != DriftListener.NONE;
  }

  private void walk(String pointer, Object value) {
    if (value instanceof WireObject object) {
      object.knownFields().forEach((name, field) -> walk(pointer + "/" + escaped(name), field));
      object
          .additionalFields()
          .forEach(
              (name, field) ->
                  count(DriftKind.UNKNOWN_FIELD, pointer + "/" + shown(name), typeOf(field)));
    } else if (value instanceof POJONode node) {
      // So an answer comes whose form the contract leaves open, and that was recognized.
      walk(pointer, node.getPojo());
    } else if (value instanceof OpenValue open) {
      if (!open.isKnown()) {
        count(DriftKind.UNKNOWN_VALUE, pointer, "string");
      }
    } else if (value instanceof Iterable<?> elements && !(value instanceof JsonNode)) {
      elements.forEach(element -> walk(pointer + "/*", element));
    } else if (value instanceof Map<?, ?> free) {
      free.values().forEach(element -> walk(pointer + "/*", element));
    }
  }

  private static String shown(String name) {
    return NAME.matcher(name).matches() ? name : "*";
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String typeOf(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private synchronized void count(DriftKind kind, String pointer, String shape) {
    Place place = new Place(kind, pointer, shape);
    boolean isFull = counts.size() >= MOST_FINDINGS && !counts.containsKey(place);
    counts.merge(isFull ? new Place(kind, ELSEWHERE, shape) : place, 1, Integer::sum);
  }

  private synchronized List<DriftFinding> findings() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new DriftFinding(
                    entry.getKey().kind(),
                    entry.getKey().pointer(),
                    entry.getKey().shape(),
                    entry.getValue()))
        .toList();
  }

  private record Place(DriftKind kind, String pointer, String shape) {}
}
