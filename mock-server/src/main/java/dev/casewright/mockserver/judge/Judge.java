package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.space.Space;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps for each space what its clients did wrong. It changes no answer, and remembers requests by
 * digests only, the latest thousand of each kind. Thread-safe.
 */
public final class Judge implements Detour {

  private static final MockAnswer NO_ANSWER = new MockAnswer(500, Map.of(), new byte[0]);

  private final Map<Api, Contract> contracts;
  private final Function<Space, Clock> clocks;
  private final Map<String, Dossier> dossiers = new ConcurrentHashMap<>();

  /**
   * A judge who has seen nothing yet.
   *
   * @param contracts know the operations
   * @param clocks tell the time of a space
   */
  public Judge(Map<Api, Contract> contracts, Function<Space, Clock> clocks) {
    this.contracts = Map.copyOf(contracts);
    this.clocks = clocks;
  }

  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    Dossier dossier = dossiers.computeIfAbsent(exchange.space().name(), name -> new Dossier());
    MockRequest request = exchange.request();
    Optional<Operation> operation =
        exchange
            .operation()
            .or(() -> contracts.get(exchange.api()).find(request.method(), request.path()));
    Visit visit = new Visit(exchange.api(), operation, request, clocks.apply(exchange.space()));
    dossier.asked(visit);
    MockAnswer answer = NO_ANSWER;
    try {
      answer = rest.apply(request);
      return answer;
    } finally {
      dossier.answered(visit, answer);
    }
  }

  /**
   * What clients of a space did wrong.
   *
   * @param space the name of the space
   * @return the findings, one for each rule and operation, in the order in which they were first
   *     made
   */
  public List<Finding> findings(String space) {
    return Optional.ofNullable(dossiers.get(space)).map(Dossier::findings).orElse(List.of());
  }

  /**
   * Forgets what the clients of a space did.
   *
   * @param space the name of the space
   */
  public void clear(String space) {
    dossiers.remove(space);
  }
}
