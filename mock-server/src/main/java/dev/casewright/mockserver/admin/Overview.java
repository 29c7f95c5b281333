package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.mapping.MappingBreaches;
import dev.casewright.mockserver.route.BreachCounter;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Confirmation;
import dev.casewright.openapi.ConfirmationLedger;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.RequirementRegister;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is served: the root of the admin API. */
public final class Overview {

  private final Map<Api, Contract> contracts;
  private final Map<Api, RequirementRegister> registers;
  private final Map<Api, ConfirmationLedger> ledgers;
  private final String seed;
  private final Spaces spaces;
  private final BreachCounter breaches;
  private final MappingBreaches mappingBreaches;

  /**
   * Over the given server.
   *
   * @param contracts what is served
   * @param registers the registers of requirements
   * @param ledgers when requirements were confirmed on servers of the vendors
   * @param seed the name of the seed pack
   * @param spaces the state
   * @param breaches how often an answer broke its contract
   * @param mappingBreaches how often an answer of a user's mapping did
   */
  public Overview(
      Map<Api, Contract> contracts,
      Map<Api, RequirementRegister> registers,
      Map<Api, ConfirmationLedger> ledgers,
      String seed,
      Spaces spaces,
      BreachCounter breaches,
      MappingBreaches mappingBreaches) {
    this.contracts = contracts;
    this.registers = registers;
    this.ledgers = ledgers;
    this.seed = seed;
    this.spaces = spaces;
    this.breaches = breaches;
    this.mappingBreaches = mappingBreaches;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(new AdminRoute("GET", "", AdminRoute.Scope.SERVER, call -> show()));
  }

  private JsonNode show() {
    ObjectNode overview = Json.object();
    overview.put("seed", seed);
    overview.put("contract_breaches", breaches.count());
    overview.put("mapping_breaches", mappingBreaches.count());
    ArrayNode names = overview.putArray("spaces");
    spaces.names().forEach(names::add);
    ObjectNode served = overview.putObject("apis");
    contracts.forEach(
        (api, contract) -> {
          ObjectNode one = served.putObject(api.id());
          one.put("requirements", registers.get(api).requirements().size());
          List<Confirmation> confirmed = ledgers.get(api).confirmations();
          one.put("confirmed", confirmed.size());
          one.put(
              "last_confirmed",
              confirmed.stream()
                  .map(Confirmation::day)
                  .max(Comparator.naturalOrder())
                  .map(LocalDate::toString)
                  .orElse("never"));
          ArrayNode operations = one.putArray("operations");
          for (Operation operation : contract.operations()) {
            operations
                .addObject()
                .put("id", operation.id())
                .put("method", operation.method())
                .put("path", operation.path().toString());
          }
        });
    return overview;
  }
}
