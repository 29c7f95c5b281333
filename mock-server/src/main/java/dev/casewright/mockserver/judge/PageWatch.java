package dev.casewright.mockserver.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Digest;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Transmission;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A walk over offset and limit, told by its filters and its limit. Pages that are asked for while
 * others are still to come are not judged, since their order is chance.
 */
final class PageWatch implements Watch {

  private static final String OFFSET = "offset";
  private static final String LIMIT = "limit";

  private final Remembered<Walk> walks = new Remembered<>();

  @Override
  public boolean breaks(Visit visit) {
    if (!isPage(visit)) {
      return false;
    }
    Walk walk = walks.computeIfAbsent(digest(visit), key -> new Walk());
    boolean isSkip = walk.underway == 0 && walk.goesOn && offset(visit.request()) > walk.reached;
    walk.underway++;
    return isSkip;
  }

  @Override
  public void answered(Visit visit, MockAnswer answer) {
    Walk walk = isPage(visit) ? walks.get(digest(visit)) : null;
    if (walk == null) {
      return;
    }
    walk.underway--;
    boolean arrives = answer.transmission().ending() == Transmission.Ending.WHOLE;
    Optional<JsonNode> rows = answer.json().flatMap(PageWatch::rowsIn);
    if (answer.status() != 200 || !arrives || rows.isEmpty()) {
      return;
    }
    long offset = offset(visit.request());
    long end = offset + rows.get().size();
    if (offset == 0 || end >= walk.reached) {
      walk.reached = end;
      walk.goesOn = rows.get().size() == visit.request().number(LIMIT).orElse(0);
    }
  }

  private static boolean isPage(Visit visit) {
    return visit.operation().filter(PageWatch::hasPages).isPresent()
        && visit.request().number(LIMIT).orElse(0) > 0;
  }

  private static boolean hasPages(Operation operation) {
    return operation.parameters(Parameter.Place.QUERY).stream()
        .map(Parameter::name)
        .collect(Collectors.toSet())
        .containsAll(Set.of(OFFSET, LIMIT));
  }

  private static Optional<JsonNode> rowsIn(JsonNode body) {
    return body.valueStream().filter(JsonNode::isArray).findFirst();
  }

  private static long offset(MockRequest request) {
    return request.number(OFFSET).orElse(0);
  }

  private static String digest(Visit visit) {
    Map<String, Object> filters = new TreeMap<>(visit.request().query());
    filters.remove(OFFSET);
    return Digest.of(visit.operationId() + filters);
  }

  private static final class Walk {
    private long reached;
    private boolean goesOn;
    private int underway;
  }
}
