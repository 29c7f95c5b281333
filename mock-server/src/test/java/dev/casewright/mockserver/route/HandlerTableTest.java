package dev.casewright.mockserver.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HandlerTableTest {

  private static final OperationHandler ANYTHING = call -> MockAnswer.json(200, Json.object());

  private final Contract opal = Contract.of(Api.OPAL);

  @Test
  void bindsOneHandlerToEachOperation() {
    HandlerTable table = HandlerTable.bind(List.of(opal), complete());

    assertThat(opal.operations())
        .allSatisfy(operation -> assertThat(table.handlerOf(operation.id())).isSameAs(ANYTHING));
  }

  @Test
  void anOperationWithoutAHandlerStopsTheStart() {
    Map<String, OperationHandler> handlers = complete();
    handlers.remove("getReports");

    assertThatThrownBy(() -> HandlerTable.bind(List.of(opal), handlers))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContaining("operation getReports has no handler");
  }

  @Test
  void aHandlerWithoutAnOperationStopsTheStart() {
    Map<String, OperationHandler> handlers = complete();
    handlers.put("getNothing", ANYTHING);

    assertThatThrownBy(() -> HandlerTable.bind(List.of(opal), handlers))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContaining("handler getNothing has no operation");
  }

  @Test
  void anOperationIdInTwoContractsStopsTheStart() {
    assertThatThrownBy(() -> HandlerTable.bind(List.of(opal, opal), complete()))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContaining("two contracts have an operation getReports");
  }

  private Map<String, OperationHandler> complete() {
    return opal.operations().stream()
        .map(Operation::id)
        .collect(Collectors.toMap(Function.identity(), id -> ANYTHING, (a, b) -> a, TreeMap::new));
  }
}
