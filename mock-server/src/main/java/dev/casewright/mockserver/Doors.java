package dev.casewright.mockserver;

import dev.casewright.mockserver.admin.AdminApi;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.page.Pages;
import dev.casewright.mockserver.route.OperationPipeline;
import dev.casewright.mockserver.route.Unrouted;
import dev.casewright.mockserver.route.Way;
import dev.casewright.mockserver.transport.Door;
import dev.casewright.openapi.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where requests are let in: a door for each operation, for the admin API, and for all else. */
final class Doors {

  /** Behind this are mappings of users, which WireMock gives the priority 5. */
  private static final int OPERATION_PRIORITY = 1_000;

  private static final int PAGE_PRIORITY = OPERATION_PRIORITY - 1;

  private static final int UNROUTED_PRIORITY = 2_000;

  private final Way way;
  private final List<Door> doors = new ArrayList<>();

  Doors(Way way) {
    this.way = way;
  }

  List<Door> all() {
    return List.copyOf(doors);
  }

  void add(Operation operation, OperationPipeline pipeline) {
    doors.add(
        new Door(
            operation.id(),
            operation.method(),
            pathPattern(operation),
            // Of two paths that fit, the one with more fixed text is meant.
            OPERATION_PRIORITY - operation.path().fixedSegments(),
            request ->
                way.go(
                    operation.api(),
                    Optional.of(operation),
                    request,
                    current -> pipeline.answer(operation, current))));
  }

  /** Before the admin API, since some paths of pages look like some of its own. */
  void add(String name, Pages pages) {
    doors.add(new Door(name, "ANY", pages.pathPattern(), PAGE_PRIORITY, pages::answer));
  }

  void add(AdminApi admin) {
    doors.add(new Door("admin", "ANY", "/__mock(?:/.*)?", OPERATION_PRIORITY, admin::answer));
  }

  void add(Unrouted unrouted) {
    doors.add(
        new Door(
            "unrouted",
            "ANY",
            ".*",
            UNROUTED_PRIORITY,
            request -> withoutOperation(request, unrouted::answer)));
  }

  /** Takes a request at the redirecting port along the way, with its redirect at the end. */
  MockAnswer redirect(MockRequest request, MockAnswer redirect) {
    return withoutOperation(request, same -> redirect);
  }

  private MockAnswer withoutOperation(MockRequest request, Function<MockRequest, MockAnswer> end) {
    return way.go(ErrorShape.apiAt(request.path()), Optional.empty(), request, end);
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
