package dev.casewright.conformance.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.contracttests.pact.PactInteraction;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import dev.casewright.openapi.check.AnswerParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractDifferenceTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      paths:
        /things/{id}:
          put:
            operationId: putThing
            security: [{basic: []}]
            x-evidence: shown
            x-effect: change
            x-idempotent: true
            x-requirements: [OPAL-THING-01]
            parameters:
              - {name: limit, in: query, x-evidence: shown, schema: {type: integer, maximum: 9}}
            requestBody:
              content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}
            responses:
              '200':
                x-evidence: shown
                headers: {Name: {required: true, schema: {type: string}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
              '404': {x-evidence: shown}
      components:
        schemas:
          Sent: {properties: {s: {type: string, enum: [a, b]}, t: {type: string}}}
          Thing:
            required: [u]
            properties:
              u: {type: string, enum: [a, b]}
              v: {type: integer, nullable: true}
              w: {type: string, x-extensible-enum: [a, b]}
              x: {x-one-of: [{type: string}, {type: integer}]}
              more: {type: array, items: {$ref: '#/components/schemas/Thing'}}
      """;

  private static ContractVersion version(String yaml) {
    return new ContractVersion(Contract.parse(Api.OPAL, yaml), Optional.empty());
  }

  private static ContractDifference difference(String before, String after) {
    return ContractDifference.between(List.of(version(before)), List.of(version(after)), List.of());
  }

  private static List<String> changes(ContractDifference difference) {
    return difference.operations().stream()
        .flatMap(each -> each.changes().stream())
        .map(each -> (each.breaking() ? "breaking: " : "") + each.place() + ": " + each.what())
        .toList();
  }

  @Test
  void aContractDoesNotDifferFromItself() {
    assertThat(difference(DOCUMENT, DOCUMENT).operations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "put: | post: | breaking: : the method was PUT, is POST",
        "/things/{id} | /thing/{id} | breaking: : the path was /things/{id}, is /thing/{id}",
        "idempotent: true | idempotent: false | breaking: : idempotent was true, is false",
        "maximum: 9 | maximum: 8 | breaking: query limit: maximum was 9, is 8",
        "maximum: 9 | maximum: 10 | query limit: maximum was 9, is 10",
        "name: limit, | name: limit, required: true, | breaking: query limit: required was false,"
            + " is true",
        "Sent: {p | Sent: {required: [t], p | breaking: body/t: the field is required now",
        "'404' | '422' | answer 404: the status is gone",
        "'404' | '201' | breaking: answer 201: the status is new",
        "s: {type: string, enum: [a, b]} | s: {type: string, enum: [a]} | breaking: body/s: the"
            + " value b is gone",
        "s: {type: string, enum: [a, b]} | s: {type: string, enum: [a, b, c]} | body/s: the value"
            + " c is new",
        "u: {type: string, enum: [a, b]} | u: {type: string, enum: [a]} | answer 200 body/u: the"
            + " value b is gone",
        "u: {type: string, enum: [a, b]} | u: {type: string, enum: [a, b, c]} | breaking: answer"
            + " 200 body/u: the value c is new",
        "w: {type: string, x-extensible-enum: [a, b]} | w: {type: string, x-extensible-enum: [a]}"
            + " | answer 200 body/w: the known value b is gone",
        "v: {type: integer, nullable: true} | v: {type: integer} | answer 200 body/v: null is no"
            + " longer allowed",
        "v: {type: integer | v: {type: string | breaking: answer 200 body/v: the type was integer,"
            + " is string",
        "t: {type: string} | t: {type: string, nullable: true} | body/t: null is allowed now",
        "[{type: string}, {type: integer}] | [{type: string}] | answer 200 body/x: the union lacks"
            + " a member",
        "required: [u] | required: [] | breaking: answer 200 body/u: the field is no longer"
            + " required",
        "v: {type: integer, nullable: true} | z: {type: integer} | breaking: answer 200 body/v:"
            + " the field is gone",
        "v: {type: integer, nullable: true} | z: {type: integer} | answer 200 body/z: the field is"
            + " new",
        "headers: {Name: {required: true | headers: {Name: {required: false | breaking: answer 200"
            + " header name: required was true, is false",
        "application/json: {schema: {$ref: '#/components/schemas/Thing' | text/html: {schema:"
            + " {$ref: '#/components/schemas/Thing' | breaking: answer 200: the media type"
            + " text/html is new",
      })
  void aChangeIsToldWithItsPlaceAndWhetherItBreaksAClient(
      String before, String after, String change) {
    assertThat(DOCUMENT).contains(before);
    assertThat(changes(difference(DOCUMENT, DOCUMENT.replace(before, after)))).contains(change);
  }

  @Test
  void anOperationThatIsGoneBreaksAClient() {
    String renamed = DOCUMENT.replace("putThing", "setThing");
    assertThat(changes(difference(DOCUMENT, renamed)))
        .containsExactly("breaking: : the operation is gone", ": the operation is new");
  }

  @Test
  void aChangeTouchesTheRequirementsAndPactsOfItsOperation() {
    String changed = DOCUMENT.replace("maximum: 9", "maximum: 8");
    OperationDifference operation =
        ContractDifference.between(
                List.of(version(DOCUMENT)),
                List.of(version(changed)),
                List.of(pact("putThing", "a thing"), pact("getThing", "another")))
            .operations()
            .get(0);
    assertThat(operation.requirements()).containsExactly("OPAL-THING-01");
    assertThat(operation.pacts()).containsExactly("file.json: a thing");
  }

  private static PactInteraction pact(String operation, String description) {
    return new PactInteraction(
        "file.json",
        "opal",
        description,
        operation,
        List.of(),
        "PUT",
        "/things/1",
        Map.of(),
        Map.of(),
        new byte[0],
        new AnswerParts(200, Map.of(), new byte[0]));
  }

  @Test
  void theTextNamesWhatIsTouched() {
    String changed = DOCUMENT.replace("maximum: 9", "maximum: 8");
    assertThat(difference(DOCUMENT, changed).markdown())
        .contains("It can break a client.")
        .contains("- **breaking** query limit: maximum was 9, is 8\n")
        .contains("It touches the client's `putThing`; the requirements OPAL-THING-01.");
  }

  @Test
  void theJsonNamesWhatIsTouched() {
    String changed = DOCUMENT.replace("maximum: 9", "maximum: 10");
    assertThat(difference(DOCUMENT, changed).json())
        .hasToString(
            "{\"breaking\":false,\"operations\":[{\"api\":\"opal\",\"operation\":\"putThing\","
                + "\"breaking\":false,\"changes\":[{\"breaking\":false,\"place\":\"query limit\","
                + "\"what\":\"maximum was 9, is 10\"}],\"requirements\":[\"OPAL-THING-01\"],"
                + "\"pacts\":[]}],\"requirements\":{}}");
  }

  @Test
  void registersAreComparedToo() {
    String entry =
        "{id: OPAL-A-01, sentence: S, source: s, evidence: shown, operation: putThing, effect:"
            + " read}";
    String other =
        "{id: OPAL-A-02, sentence: S, source: s, evidence: shown, operation: putThing, effect:"
            + " read}";
    assertThat(
            ContractDifference.between(
                    List.of(withRegister(entry)),
                    List.of(withRegister(entry.replace("shown", "documented") + ", " + other)),
                    List.of())
                .requirements())
        .containsExactly(
            Map.entry("OPAL-A-01", "Its evidence was shown, is documented."),
            Map.entry("OPAL-A-02", "The requirement is new."));
  }

  private static ContractVersion withRegister(String entries) {
    return new ContractVersion(
        Contract.parse(Api.OPAL, DOCUMENT),
        Optional.of(
            RequirementRegister.parse(Api.OPAL, "{api: opal, requirements: [" + entries + "]}")));
  }

  @Test
  void theContractsOfThisProjectAreReadFromTheirFolder(@TempDir Path folder) throws IOException {
    for (Api api : Api.values()) {
      Files.createDirectories(folder.resolve(api.id()));
      for (String name : List.of("openapi.yaml", "requirements.yaml")) {
        try (var in = Contract.class.getResourceAsStream(api.id() + "/" + name)) {
          Files.writeString(
              folder.resolve(api.id()).resolve(name),
              new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    List<ContractVersion> both = ContractVersion.read(folder);
    assertThat(both).hasSize(2).allMatch(each -> each.register().isPresent());
    assertThat(ContractDifference.between(both, both, List.of()).operations()).isEmpty();
    assertThat(ContractVersion.read(folder.resolve("opal/openapi.yaml"))).hasSize(1);
  }

  @Test
  void aPlaceWithoutAContractIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> ContractVersion.read(folder))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageContaining("give the folder openapi");
  }

  @Test
  void versionsOfDifferentApisAreRefused() {
    ContractVersion emedgene =
        new ContractVersion(Contract.parse(Api.EMEDGENE, DOCUMENT), Optional.empty());
    assertThatThrownBy(
            () ->
                ContractDifference.between(
                    List.of(version(DOCUMENT)), List.of(emedgene), List.of()))
        .isInstanceOf(InvalidVersionException.class);
  }
}
