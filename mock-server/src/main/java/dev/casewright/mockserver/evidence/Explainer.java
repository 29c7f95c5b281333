package dev.casewright.mockserver.evidence;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Exchange;
import java.util.Collection;
import java.util.function.Function;

/**
 * Says in {@code X-Mock-Evidence} that an answer rests on our own reading, and, if asked with
 * {@code X-Mock-Explain: 1}, in {@code X-Mock-Explain} why it was given. Thread-safe.
 */
public final class Explainer {

  private static final String EVIDENCE = "X-Mock-Evidence";
  private static final String EXPLAIN = "X-Mock-Explain";
  private static final int SERVER_ERROR = 500;

  private final GroundsFinder grounds;
  private final Function<Exchange, Collection<String>> deviations;

  /**
   * An explainer.
   *
   * @param grounds finds out what answers rest on
   * @param deviations the ids of the requirements that are broken on purpose; each collection stays
   *     as it is
   */
  public Explainer(GroundsFinder grounds, Function<Exchange, Collection<String>> deviations) {
    this.grounds = grounds;
    this.deviations = deviations;
  }

  /**
   * Lets a request be answered and explains the answer.
   *
   * @param exchange the request, and what it is for
   * @param rest answers it
   * @return the answer with what its headers tell, and the explanation
   */
  public Explained explain(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    MockAnswer answer = rest.apply(exchange.request());
    Grounds found = grounds.find(exchange, answer);
    // For a fault of the mock, and one made on purpose, no source is asked.
    MockAnswer told =
        answer.status() >= SERVER_ERROR || answer.trace().isMadeByFault()
            ? answer
            : found.header().map(value -> answer.withHeader(EVIDENCE, value)).orElse(answer);
    Explanation explanation = new Explanation(exchange, told, found, deviations.apply(exchange));
    return new Explained(
        exchange.request().asksWhy() ? told.withHeader(EXPLAIN, explanation.header()) : told,
        explanation);
  }

  /**
   * An answer, and why it is given.
   *
   * @param answer the answer
   * @param explanation why it is given
   */
  public record Explained(MockAnswer answer, Explanation explanation) {}
}
