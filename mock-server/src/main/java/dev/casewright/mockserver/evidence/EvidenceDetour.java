package dev.casewright.mockserver.evidence;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import java.util.Collection;
import java.util.function.Function;

/**
 * Says in {@code X-Mock-Evidence} that an answer rests on our own reading, and, if asked with
 * {@code X-Mock-Explain: 1}, in {@code X-Mock-Explain} why it was given. Thread-safe.
 */
public final class EvidenceDetour implements Detour {

  private static final String EVIDENCE = "X-Mock-Evidence";
  private static final String EXPLAIN = "X-Mock-Explain";
  private static final int SERVER_ERROR = 500;

  private final GroundsFinder grounds;
  private final Function<Exchange, Collection<String>> deviations;

  /**
   * A detour.
   *
   * @param grounds finds out what answers rest on
   * @param deviations the ids of the requirements that are broken on purpose
   */
  public EvidenceDetour(GroundsFinder grounds, Function<Exchange, Collection<String>> deviations) {
    this.grounds = grounds;
    this.deviations = deviations;
  }

  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    MockAnswer answer = rest.apply(exchange.request());
    Grounds found = grounds.find(exchange, answer);
    // For a fault of the mock, and one made on purpose, no source is asked.
    MockAnswer told =
        answer.status() >= SERVER_ERROR || answer.trace().isMadeByFault()
            ? answer
            : found.header().map(value -> answer.withHeader(EVIDENCE, value)).orElse(answer);
    return exchange.request().asksWhy()
        ? told.withHeader(
            EXPLAIN, new Explanation(exchange, told, found, deviations.apply(exchange)).header())
        : told;
  }
}
