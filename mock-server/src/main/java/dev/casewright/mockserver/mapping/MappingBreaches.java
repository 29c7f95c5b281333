package dev.casewright.mockserver.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.openapi.check.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts the answers of users' own mappings that broke the contract. Thread-safe. */
public final class MappingBreaches {

  private final Map<String, Count> counts = new TreeMap<>();

  /** Starts at zero. */
  public MappingBreaches() {}

  synchronized void add(String operation, List<Violation> violations) {
    Count count = counts.computeIfAbsent(operation, id -> new Count());
    count.answers++;
    violations.stream()
        .map(Violation::kind)
        .distinct()
        .forEach(kind -> count.kinds.merge(kind, 1L, Long::sum));
  }

  /**
   * How many answers broke the contract so far.
   *
   * @return a count from 0
   */
  public synchronized long count() {
    return counts.values().stream().mapToLong(count -> count.answers).sum();
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(new AdminRoute("GET", "/mapping-breaches", Scope.SERVER, call -> show()));
  }

  private synchronized JsonNode show() {
    ObjectNode shown = Json.object().put("mapping_breaches", count());
    ArrayNode operations = shown.putArray("operations");
    counts.forEach(
        (operation, count) -> {
          ObjectNode one =
              operations.addObject().put("operation", operation).put("answers", count.answers);
          ObjectNode kinds = one.putObject("kinds");
          count.kinds.forEach(
              (kind, times) -> kinds.put(kind.name().toLowerCase(Locale.ROOT), times));
        });
    return shown;
  }

  private static final class Count {
    private final Map<Violation.Kind, Long> kinds = new EnumMap<>(Violation.Kind.class);
    private long answers;
  }
}
