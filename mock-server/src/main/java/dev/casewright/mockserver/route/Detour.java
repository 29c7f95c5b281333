package dev.casewright.mockserver.route;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.function.Function;

/**
 * Steps in on the way of every request: a deviation, a fault, an observer. Must be safe to be
 * called by many threads at once.
 */
@FunctionalInterface
public interface Detour {

  /**
   * Answers a request, with or without the rest of the way.
   *
   * @param exchange the request, and what it is for
   * @param rest the rest of the way, which may be gone with another request, more than once, or not
   *     at all
   * @return the answer
   */
  MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest);
}
