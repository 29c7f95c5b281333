package dev.casewright.mockserver.route;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Answers requests that fit no operation: always JSON, in the shape of the API at that path. */
public final class Unrouted {

  /** What is said of a path that nothing is known of. */
  public static final String UNKNOWN_PATH =
      "No operation has this path. Compare it with the paths of the contract.";

  private final List<Contract> contracts;
  private final Nearest nearest;

  /**
   * For the given contracts.
   *
   * @param contracts all contracts that are served
   */
  public Unrouted(Collection<Contract> contracts) {
    this.contracts = List.copyOf(contracts);
    this.nearest =
        new Nearest(
            this.contracts.stream().flatMap(contract -> contract.operations().stream()).toList());
  }

  /**
   * Refuses a request: 405 where the path is known with other methods, else 404 (EMG-ERR-03).
   *
   * @param request the request
   * @return the answer
   */
  public MockAnswer answer(MockRequest request) {
    ErrorShape shape = ErrorShape.at(request.path());
    List<Operation> atPath =
        contracts.stream()
            .flatMap(contract -> contract.operationsAt(request.path()).stream())
            .toList();
    if (atPath.isEmpty()) {
      return refused(shape, 404, unknownPath(request));
    }
    String allowed =
        atPath.stream()
            .map(Operation::method)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return refused(
            shape,
            405,
            "This path does not take this method. It takes: "
                + allowed
                + ". What is there: "
                + told(atPath)
                + ".")
        .withHeader("Allow", allowed);
  }

  private static MockAnswer refused(ErrorShape shape, int status, String text) {
    MockAnswer answer = shape.error(status, text);
    answer.trace().because(text);
    return answer;
  }

  private String unknownPath(MockRequest request) {
    List<Operation> near = nearest.to(request.method(), request.path());
    return near.isEmpty()
        ? UNKNOWN_PATH
        : "No operation has this path. The nearest: "
            + told(near)
            + ". Compare it with the paths of the contract.";
  }

  private static String told(List<Operation> operations) {
    return operations.stream().map(Operation::toString).collect(Collectors.joining(", "));
  }
}
