package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A request on its way through a switch that was turned. For one thread. */
public final class TurnedCall {

  private final Exchange exchange;
  private final Function<MockRequest, MockAnswer> rest;
  private Optional<MockAnswer> last = Optional.empty();
  private boolean other;

  TurnedCall(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    this.exchange = exchange;
    this.rest = rest;
  }

  Api api() {
    return exchange.api();
  }

  MockRequest request() {
    return exchange.request();
  }

  boolean isOf(String... operations) {
    return exchange
        .operation()
        .map(Operation::id)
        .filter(id -> List.of(operations).contains(id))
        .isPresent();
  }

  /** What the mock answers to the request. */
  MockAnswer usual() {
    return remember(rest.apply(request()));
  }

  /** What the mock answers to another request. */
  MockAnswer usual(MockRequest instead) {
    other = true;
    return remember(rest.apply(instead));
  }

  /** What the mock would answer to another request, without that this becomes the answer. */
  MockAnswer probe(MockRequest instead) {
    return rest.apply(instead.rehearsed());
  }

  /** Refuses the request for one of its parameters, as the contract check would. */
  MockAnswer refuse(int status, String place, String text, List<String> requirements) {
    Trace trace = new Trace();
    trace.contract(List.of(place + ": value"));
    trace.refusedBy(requirements);
    return ErrorShape.of(api()).error(status, text).withTrace(trace);
  }

  /** Whether an answer is another one than the mock would give to the request. */
  boolean isAnother(MockAnswer answer) {
    return other || isRemade(answer);
  }

  /** Whether an answer is not the very one that the rest of the way gave. */
  boolean isRemade(MockAnswer answer) {
    return last.filter(given -> given == answer).isEmpty();
  }

  Optional<MockAnswer> last() {
    return last;
  }

  private MockAnswer remember(MockAnswer answer) {
    last = Optional.of(answer);
    return answer;
  }
}
