package dev.casewright.conformance.check;

import dev.casewright.conformance.any.Fit;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The operations that a check with {@link ForEveryOperation} is made for. */
public final class EveryOperation implements ArgumentsProvider {

  private static final List<Contract> CONTRACTS =
      Stream.of(Api.values()).map(Contract::of).toList();
  private static final Map<Api, Fit> FITS =
      Map.of(Api.OPAL, new Fit(Api.OPAL), Api.EMEDGENE, new Fit(Api.EMEDGENE));

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
    ForEveryOperation wanted = check.getAnnotation(ForEveryOperation.class);
    boolean changing = wanted.value() == ForEveryOperation.Kind.CHANGING;
    Contract contract = contractOf(check.getAnnotation(Verifies.class).value()[0]);
    return contract.operations().stream()
        .filter(operation -> (operation.effect() != Effect.READ) == changing)
        .filter(operation -> !wanted.withWrongValues() || hasWrongValues(operation))
        .toList();
  }

  private static boolean hasWrongValues(Operation operation) {
    Fit fit = FITS.get(operation.api());
    return Stream.of(Parameter.Place.PATH, Parameter.Place.QUERY)
        .anyMatch(place -> !fit.wrongValues(operation, place).isEmpty());
  }

  /** The contract of the API that an id is of. */
  static Contract contractOf(String id) {
    return CONTRACTS.stream()
        .filter(contract -> id.startsWith(contract.api().requirementPrefix()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " is of no API."));
  }
}
