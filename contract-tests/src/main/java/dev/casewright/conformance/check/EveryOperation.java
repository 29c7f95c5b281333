package dev.casewright.conformance.check;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Operation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The operations that a check with {@link ForEveryOperation} is made for. */
public final class EveryOperation implements ArgumentsProvider {

  private static final List<Contract> CONTRACTS = Stream.of(Api.values()).map(Contract::of).toList();

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return of(context.getRequiredTestMethod()).stream().map(Arguments::of);
  }

  /**
   * The operations of a check.
   *
   * @param check the method; one with {@link ForEveryOperation} and {@link Verifies}
   * @return the operations in the order of its variants
   */
  static List<Operation> of(Method check) {
    boolean changing =
        check.getAnnotation(ForEveryOperation.class).value() == ForEveryOperation.Kind.CHANGING;
    Contract contract = contractOf(check.getAnnotation(Verifies.class).value()[0]);
    return contract.operations().stream()
        .filter(operation -> (operation.effect() != Effect.READ) == changing)
        .toList();
  }

  /** All operations of the API that an id is of. */
  static Contract contractOf(String id) {
    return CONTRACTS.stream()
        .filter(contract -> id.startsWith(contract.api().requirementPrefix()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " is of no API."));
  }
}
