package dev.casewright.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.openapi.lint.ContractLint;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents that this module ships, as they are. */
class ContractDocumentsTest {

  @ParameterizedTest
  @EnumSource(Api.class)
  void areValidOpenApiToAnotherParser(Api api) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);

    var result =
        new OpenAPIV3Parser().readContents(Documents.text(api, "openapi.yaml"), null, options);

    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void keepTheRulesOfThisProject(Api api) {
    assertThat(ContractLint.check(Contract.of(api), RequirementRegister.of(api))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void knownWritesAreNotPartOfTheContract(Api api) {
    Contract contract = Contract.of(api);

    assertThat(contract.knownWrites())
        .isNotEmpty()
        .allSatisfy(
            write ->
                assertThat(write.methods())
                    .allSatisfy(
                        method ->
                            assertThat(contract.find(method, write.path().toString())).isEmpty()));
  }

  @Test
  void writesThatTheContractLacksAreKnownWithAndWithoutTrailingSlash() {
    assertThat(isKnownWrite(Api.OPAL, "PUT", "/reports/12")).isTrue();
    assertThat(isKnownWrite(Api.OPAL, "PATCH", "/reports/12/update_status/")).isTrue();
    assertThat(isKnownWrite(Api.EMEDGENE, "POST", "/api/test/")).isTrue();
    assertThat(isKnownWrite(Api.OPAL, "PUT", "/reports/12/pdf_report")).isFalse();
  }

  private static boolean isKnownWrite(Api api, String method, String path) {
    return Contract.of(api).knownWrites().stream().anyMatch(write -> write.fits(method, path));
  }

  @Test
  void unknownOperationIsRefusedWithTheKnownOnes() {
    Contract contract = Contract.of(Api.OPAL);

    assertThatThrownBy(() -> contract.operation("getKittens"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("getKittens")
        .hasMessageContaining("getFinalPdfReport");
  }

  @Test
  void requestIsRoutedWithAndWithoutTrailingSlash() {
    Contract contract = Contract.of(Api.OPAL);

    assertThat(contract.find("GET", "/reports/12/pdf_report").map(Operation::id))
        .contains("getFinalPdfReport");
    assertThat(contract.find("GET", "/reports/12/pdf_report/").map(Operation::id))
        .contains("getFinalPdfReport");
    assertThat(contract.find("GET", "/reports/12/pdf_report//")).isEmpty();
    assertThat(contract.find("PUT", "/reports/12/pdf_report")).isEmpty();
  }

  @Test
  void ofTwoPathsThatFitTheMoreLiteralOneWins() {
    Contract contract = Contract.of(Api.EMEDGENE);

    assertThat(contract.find("GET", "/api/test/EMG000000001/info").map(Operation::id))
        .contains("getCaseInfo");
    assertThat(contract.find("GET", "/api/test").map(Operation::id)).contains("listCases");
  }

  @Test
  void registerOfAnotherApiIsRefused() {
    assertThatThrownBy(
            () -> RequirementRegister.parse(Api.OPAL, "{api: emedgene, requirements: []}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("emedgene");
  }

  @Test
  void registerEntryWithoutASentenceIsRefusedByItsId() {
    assertThatThrownBy(
            () ->
                RequirementRegister.parse(Api.OPAL, "{api: opal, requirements: [{id: OPAL-X-01}]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OPAL-X-01");
  }

  @Test
  void registerThatRepeatsAnIdIsRefused() {
    String entry =
        "{id: OPAL-X-01, sentence: A., source: S, evidence: inferred, operation: '*', effect: read}";

    assertThatThrownBy(
            () ->
                RequirementRegister.parse(
                    Api.OPAL, "{api: opal, requirements: [" + entry + ", " + entry + "]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
  }
}
