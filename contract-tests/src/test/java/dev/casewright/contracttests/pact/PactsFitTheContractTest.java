package dev.casewright.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pacts that the consumer tests wrote, against the contracts. */
class PactsFitTheContractTest {

  private final List<PactInteraction> interactions =
      PactFiles.read(Path.of(System.getProperty("pact.rootDir")));

  @ParameterizedTest
  @EnumSource(Api.class)
  void everyInteractionFits(Api api) {
    PactContractCheck check = new PactContractCheck(Contract.of(api));

    assertThat(of(api)).isNotEmpty().allSatisfy(it -> assertThat(check.check(it)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void everyOperationThatAnswersOurClientHasAnInteraction(Api api) {
    Set<String> inPacts =
        of(api).stream().map(PactInteraction::operation).collect(Collectors.toSet());

    assertThat(Contract.of(api).operations())
        .extracting(Operation::id)
        // A page for people: our client hands out its address and never reads it.
        .filteredOn(id -> !id.equals("getApiDocumentation"))
        .allSatisfy(id -> assertThat(inPacts).contains(id));
  }

  private List<PactInteraction> of(Api api) {
    return interactions.stream().filter(it -> it.provider().startsWith(api.id())).toList();
  }
}
