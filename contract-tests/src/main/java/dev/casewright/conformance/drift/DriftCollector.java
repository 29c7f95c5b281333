package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.target.Answer;
import dev.casewright.openapi.AnswerHeader;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.check.ContractCheck;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches the exchanges of a run, and collects where answers and the contract are apart.
 *
 * <p>What the contract does not know counts only where the request kept the contract: how a server
 * refuses a probe is not what it sends to a client. What the contract promises counts as seen
 * wherever it came. Of names of unknown fields only those are told that look like names given by a
 * programmer, beside fields that the contract has; keys of maps never are, nor any value.
 *
 * <p>Thread-safe; never throws because of what a server sent.
 */
public final class DriftCollector implements Consumer<Exchange> {

  private static final String JSON = "application/json";

  private final Map<Api, Contract> contracts = new EnumMap<>(Api.class);
  private final Map<Api, SchemaTree> schemas = new EnumMap<>(Api.class);
  private final Map<Api, RegularRequest> regular = new EnumMap<>(Api.class);
  private final Sightings sightings = new Sightings();

  /** Compares with the contracts that the openapi module ships. */
  public DriftCollector() {
    this(Stream.of(Api.values()).map(Contract::of).toList());
  }

  /**
   * Compares with other contracts.
   *
   * @param contracts one contract of each API that is of interest
   */
  public DriftCollector(Collection<Contract> contracts) {
    for (Contract contract : contracts) {
      this.contracts.put(contract.api(), contract);
      this.schemas.put(contract.api(), new SchemaTree(contract.document()));
      this.regular.put(contract.api(), new RegularRequest(new ContractCheck(contract)));
    }
  }

  @Override
  public void accept(Exchange exchange) {
    Contract contract = contracts.get(exchange.api());
    if (contract == null || exchange.answer().isEmpty()) {
      return;
    }
    contract
        .find(exchange.message().method(), exchange.message().path())
        .ifPresent(operation -> look(operation, exchange, exchange.answer().get()));
  }

  /**
   * What was collected so far.
   *
   * @return the report
   */
  public DriftReport report() {
    Set<Api> apis =
        contracts.keySet().stream()
            .filter(api -> !answersOf(contracts.get(api)).isEmpty())
            .collect(Collectors.toSet());
    List<DriftFinding> findings =
        Stream.concat(
                KnownNames.merged(sightings.unknown()).stream(),
                apis.stream()
                    .flatMap(
                        api ->
                            new Unseen(contracts.get(api), schemas.get(api), sightings)
                                .findings().stream()))
            .sorted()
            .toList();
    return new DriftReport(sightings.answers(), findings);
  }

  private List<String> answersOf(Contract contract) {
    Set<String> answered = sightings.answers().keySet();
    return contract.operations().stream().map(Operation::id).filter(answered::contains).toList();
  }

  private void look(Operation operation, Exchange exchange, Answer answer) {
    boolean fits =
        !exchange.redirect() && regular.get(operation.api()).fits(operation, exchange.message());
    if (fits) {
      sightings.answered(operation);
    }
    dev.casewright.openapi.Answer declared = operation.answers().get(answer.status());
    if (declared == null) {
      if (fits) {
        String document = Unseen.answersOf(operation);
        sightings.unknown(
            DriftKind.UNKNOWN_STATUS, operation, 0, "", "HTTP " + answer.status(), document);
      }
    } else if (declared.plainHttpOnly() == exchange.redirect()) {
      sightings.seen(operation, answer.status());
      lookAt(operation, declared, answer, fits);
    }
  }

  private void lookAt(
      Operation operation, dev.casewright.openapi.Answer declared, Answer answer, boolean fits) {
    SchemaTree tree = schemas.get(operation.api());
    int status = answer.status();
    String document = tree.at(Unseen.answersOf(operation) + "/" + status).pointer();
    if (fits) {
      headers(declared, answer)
          .forEach(
              name ->
                  sightings.unknown(
                      DriftKind.UNKNOWN_HEADER, operation, status, "", name, document));
    }
    String type = UsefulHeaders.mediaType(answer.header("content-type"));
    if (declared.content().containsKey(type)) {
      JsonNode body = type.equals(JSON) ? answer.jsonOrMissing() : MissingNode.getInstance();
      if (!body.isMissingNode()) {
        Spot spot = sightings.body(operation, status, tree, tree.at(declared.content().get(type)));
        new AnswerWalk(operation, status, sightings, fits).walk(spot, body);
      }
    } else if (fits && answer.body().length > 0) {
      sightings.unknown(DriftKind.UNKNOWN_CONTENT_TYPE, operation, status, "", type, document);
    }
  }

  private static List<String> headers(dev.casewright.openapi.Answer declared, Answer answer) {
    Set<String> known =
        declared.headers().stream().map(AnswerHeader::name).collect(Collectors.toSet());
    return answer.headers().map().keySet().stream()
        .flatMap(name -> UsefulHeaders.header(name).stream())
        .filter(name -> !known.contains(name))
        .toList();
  }
}
