package dev.casewright.mockserver.evidence;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.openapi.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.ConfirmationLedger;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Evidence;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what an answer rests on, from contracts, registers and traces. Thread-safe. */
public final class GroundsFinder {

  private static final int FOUND_ELSEWHERE = 302;
  private static final int NOT_FOUND = 404;

  private final Map<Api, Contract> contracts;
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();
  private final Map<String, LocalDate> confirmed = new LinkedHashMap<>();

  /**
   * Over the given contracts.
   *
   * @param contracts the contracts
   * @param registers the registers of their requirements
   * @param ledgers when these were confirmed on servers of the vendors
   */
  public GroundsFinder(
      Map<Api, Contract> contracts,
      Map<Api, RequirementRegister> registers,
      Map<Api, ConfirmationLedger> ledgers) {
    ledgers.values().forEach(ledger -> confirmed.putAll(ledger.days()));
    this.contracts = Map.copyOf(contracts);
    for (RequirementRegister register : registers.values()) {
      for (Requirement requirement : register.requirements()) {
        evidence.put(requirement.id(), requirement.evidence());
      }
    }
  }

  Grounds find(Exchange exchange, MockAnswer answer) {
    Collector found = new Collector();
    found.add(answer.trace().weakest());
    found.add(answer.trace().requirements());
    if (exchange.operation().isPresent()) {
      ofOperation(exchange.operation().get(), exchange, answer.status(), found);
    } else if (exchange.request().entrance() == Entrance.REDIRECT) {
      redirect(exchange.api()).ifPresent(declared -> ofAnswer(declared, found));
    } else {
      ofNoOperation(exchange.api(), answer.status(), found);
    }
    Map<String, Evidence> requirements = found.requirements();
    return new Grounds(found.weakest, requirements, confirmed(requirements.keySet()));
  }

  private Optional<LocalDate> confirmed(Collection<String> ids) {
    return confirmed.keySet().containsAll(ids)
        ? ids.stream().map(confirmed::get).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static void ofOperation(
      Operation operation, Exchange exchange, int status, Collector found) {
    Situation situation = new Situation(operation, exchange.request());
    boolean granted = status < 400;
    found.add(operation.evidence());
    Optional.ofNullable(operation.answers().get(status))
        .ifPresent(
            declared -> {
              found.add(declared.evidence());
              if (granted) {
                unconditional(declared.requirements(), found);
              }
            });
    for (String id : operation.requirements()) {
      if (Conditions.alwaysMatters(id, situation)
          || (granted && Conditions.mattersIfGranted(id, situation))) {
        found.add(Set.of(id));
      }
    }
    if (granted) {
      ofParameters(situation, found);
    }
  }

  private static void ofParameters(Situation situation, Collector found) {
    for (Parameter parameter : situation.operation().parameters()) {
      boolean sent =
          switch (parameter.place()) {
            case PATH -> true;
            case QUERY -> situation.has(parameter.name());
            case HEADER -> situation.hasHeader(parameter.name());
          };
      if (sent) {
        found.add(parameter.evidence());
        unconditional(parameter.requirements(), found);
      }
    }
  }

  private static void unconditional(Collection<String> ids, Collector found) {
    found.add(ids.stream().filter(Conditions::isUnconditional).toList());
  }

  private static void ofAnswer(Answer declared, Collector found) {
    found.add(declared.evidence());
    found.add(declared.requirements());
  }

  /** All operations of an API declare the same redirect. */
  private Optional<Answer> redirect(Api api) {
    return contracts.get(api).operations().stream()
        .flatMap(
            operation -> Optional.ofNullable(operation.answers().get(FOUND_ELSEWHERE)).stream())
        .findFirst();
  }

  private static void ofNoOperation(Api api, int status, Collector found) {
    if (api == Api.EMEDGENE && status == NOT_FOUND) {
      found.add(Set.of("EMG-ERR-03"));
    } else {
      found.add(Evidence.UNKNOWN);
    }
  }

  private final class Collector {

    private final Set<String> ids = new TreeSet<>();
    private Evidence weakest = Evidence.DOCUMENTED;

    private void add(Evidence how) {
      weakest = how.compareTo(weakest) > 0 ? how : weakest;
    }

    private void add(Collection<String> more) {
      for (String id : more) {
        if (evidence.containsKey(id) && ids.add(id)) {
          add(evidence.get(id));
        }
      }
    }

    private Map<String, Evidence> requirements() {
      Map<String, Evidence> requirements = new LinkedHashMap<>();
      ids.forEach(id -> requirements.put(id, evidence.get(id)));
      return requirements;
    }
  }
}
