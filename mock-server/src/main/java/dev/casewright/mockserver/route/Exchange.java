package dev.casewright.mockserver.route;

import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Space;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.util.Optional;

/**
 * A request, what it is for, and whose settings it goes by.
 *
 * @param api the API that its path belongs to
 * @param operation the operation that it calls; nothing at the redirecting port and for requests
 *     that fit no operation
 * @param request the request as it came in
 * @param space the space that its credentials name, even if they are not good; else the default one
 */
public record Exchange(Api api, Optional<Operation> operation, MockRequest request, Space space) {

  /**
   * The same exchange with another request.
   *
   * @param other a request of the same operation
   * @return a new exchange
   */
  public Exchange with(MockRequest other) {
    return new Exchange(api, operation, other, space);
  }

  @Override
  public String toString() {
    return "exchange with " + operation.map(Operation::id).orElse("no operation");
  }
}
