package dev.casewright.mockserver;

import dev.casewright.mockserver.transport.Door;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where requests are let in: a door for each operation, for what is ours, and for all else. */
final class Doors {

  /** Behind this are mappings of users, which WireMock gives the priority 5. */
  private static final int OPERATION_PRIORITY = 1_000;

  private static final int UNROUTED_PRIORITY = 2_000;
  private static final String ANY = "ANY";

  private Doors() {}

  static List<Door> of(Collection<Contract> contracts) {
    List<Door> doors = new ArrayList<>();
    contracts.stream()
        .flatMap(contract -> contract.operations().stream())
        .map(Doors::of)
        .forEach(doors::add);
    doors.add(new Door("mock", ANY, Routes.OURS + "(?:/.*)?", OPERATION_PRIORITY));
    doors.add(new Door("unrouted", ANY, ".*", UNROUTED_PRIORITY));
    return doors;
  }

  private static Door of(Operation operation) {
    return new Door(
        operation.id(),
        operation.method(),
        pathPattern(operation),
        // Of two paths that fit, the one with more fixed text is meant.
        OPERATION_PRIORITY - operation.path().fixedSegments());
  }

  /** With and without a slash at the end (OPAL-PATH-01, EMG-PATH-01, EMG-PATH-02). */
  private static String pathPattern(Operation operation) {
    return Arrays.stream(operation.path().toString().split("/"))
            .skip(1)
            .map(segment -> segment.startsWith("{") ? "/[^/]+" : "/" + Pattern.quote(segment))
            .collect(Collectors.joining())
        + "/?";
  }
}
