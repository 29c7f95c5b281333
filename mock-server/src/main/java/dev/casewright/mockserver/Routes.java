package dev.casewright.mockserver;

import dev.casewright.mockserver.admin.AdminApi;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.page.Pages;
import dev.casewright.mockserver.route.OperationPipeline;
import dev.casewright.mockserver.route.Unrouted;
import dev.casewright.mockserver.route.Way;
import dev.casewright.mockserver.transport.RequestWay;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The contracts are the router: finds the operation that a request is for. Thread-safe. */
final class Routes implements RequestWay {

  /** What is below this path is the mock's own, and no vendor's. */
  static final String OURS = "/__mock";

  private final Way way;
  private final List<Contract> contracts;
  private final Map<Api, OperationPipeline> pipelines;
  private final Unrouted unrouted;
  private final List<Pages> pages;
  private final AdminApi admin;

  Routes(
      Way way,
      Collection<Contract> contracts,
      Map<Api, OperationPipeline> pipelines,
      Unrouted unrouted,
      List<Pages> pages,
      AdminApi admin) {
    this.way = way;
    this.contracts = List.copyOf(contracts);
    this.pipelines = Map.copyOf(pipelines);
    this.unrouted = unrouted;
    this.pages = List.copyOf(pages);
    this.admin = admin;
  }

  @Override
  public MockAnswer answer(MockRequest request) {
    String path = request.path();
    if (path.equals(OURS) || path.startsWith(OURS + "/")) {
      return ours(request);
    }
    for (Contract contract : contracts) {
      Optional<Operation> operation = contract.find(request.method(), path);
      if (operation.isPresent()) {
        return answer(operation.get(), request);
      }
    }
    return withoutOperation(request, unrouted::answer);
  }

  /** Takes a request at the redirecting port along the way, with its redirect at the end. */
  @Override
  public MockAnswer redirect(MockRequest request, MockAnswer redirect) {
    return withoutOperation(request, same -> redirect);
  }

  /** Pages come before the admin API, since some of their paths look like some of its own. */
  private MockAnswer ours(MockRequest request) {
    for (Pages page : pages) {
      Optional<MockAnswer> answer = page.answer(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return admin.answer(request);
  }

  private MockAnswer answer(Operation operation, MockRequest request) {
    OperationPipeline pipeline = pipelines.get(operation.api());
    return way.go(
        operation.api(),
        Optional.of(operation),
        request,
        current -> pipeline.answer(operation, current));
  }

  private MockAnswer withoutOperation(MockRequest request, Function<MockRequest, MockAnswer> end) {
    return way.go(ErrorShape.apiAt(request.path()), Optional.empty(), request, end);
  }
}
