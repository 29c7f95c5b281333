package dev.casewright.openapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule, seen to bite on a document that is right but for one thing. */
class ContractLintTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Things, version: 0.1.0}
      paths:
        /things/{id}:
          post:
            operationId: makeThing
            tags: [Things]
            summary: Make a thing
            description: Makes a thing.
            security: [{basic: []}]
            x-evidence: documented
            x-source: [Opal page]
            x-requirements: [OPAL-THING-01]
            x-effect: create
            x-idempotent: false
            parameters:
              - name: id
                in: path
                required: true
                description: The id.
                x-evidence: shown
                schema: {type: integer}
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/NewThing'}
                  example: {name: Testina}
            responses:
              '200':
                description: Made.
                x-evidence: inferred
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
                    examples: {made: {$ref: '#/components/examples/made'}}
              '401': {$ref: '#/components/responses/Unauthorized'}
      components:
        securitySchemes:
          basic: {type: http, scheme: basic}
        examples:
          made: {value: {id: 1, status: READY}}
        responses:
          Unauthorized:
            description: No credentials.
            x-evidence: inferred
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Refusal'}
                example: {description: Send credentials.}
        schemas:
          NewThing:
            type: object
            description: A thing to be made.
            x-evidence: shown
            x-source: [Opal page]
            required: [name]
            properties:
              name: {type: string, description: Its name., x-phi: true}
          Thing:
            type: object
            description: A thing.
            x-evidence: shown
            x-source: [Opal page]
            additionalProperties: true
            required: [id]
            properties:
              id: {type: integer, description: Its id., x-phi: false}
              status: {$ref: '#/components/schemas/ThingStatus'}
          ThingStatus:
            type: string
            description: How far it is.
            x-evidence: shown
            x-source: [Opal page]
            x-extensible-enum: [READY]
          Refusal:
            type: object
            description: Why not.
            x-evidence: shown
            x-source: [Opal page]
            additionalProperties: true
            properties:
              description: {type: string, description: The reason., x-phi: true}
      """;
  private static final String REGISTER =
      """
      api: opal
      requirements:
        - id: OPAL-THING-01
          sentence: A thing can be made.
          source: Opal page
          evidence: documented
          operation: makeThing
          effect: create
          follows: []
      """;

  @Test
  void rightDocumentHasNoFinding() {
    assertThat(
            ContractLint.check(
                Contract.parse(Api.OPAL, DOCUMENT), RequirementRegister.parse(Api.OPAL, REGISTER)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "openapi: 3.0.3                   |openapi: 3.0.2        |documents stay on OpenAPI 3.0.3",
        "      summary: Make a thing      |                      |an operation needs summary",
        "      description: Makes a thing.|                      |an operation needs description",
        "      x-source: [Opal page]      |      x-source: []    |an operation needs x-source",
        "      security: [{basic: []}]    |                      |an operation needs security",
        "      x-effect: create           |      x-effect: create\\n      x-effekt: read|the extension x-effekt is not one of ours",
        "tags: [Things]                   |tags: [Things, More]  |an operation has exactly one tag",
        "description: The id.             |description: ''       |a parameter needs a description",
        "        '401': {$ref: '#/components/responses/Unauthorized'}||declares 401",
        "          description: Made.     |                      |an answer needs a description",
        "schema: {$ref: '#/components/schemas/Refusal'}\\n          |schema: {type: string}\\n          |the example breaks",
        "{id: 1, status: READY}           |{status: READY}       |the example breaks",
        "            example: {name: Testina}||a body needs an example",
        "description: Its name., x-phi    |x-phi                 |a property needs a description",
        "Its name., x-phi: true           |Its name.             |x-phi: true or false",
        "additionalProperties: true\\n      required: [id]|required: [id]|additionalProperties: true",
        "schemas/NewThing'                |schemas/Thing'        |make two schemas of it",
        "{type: string, description: Its name.|{type: string, default: x, description: Its name.|a request body has no default",
        "{type: integer, description: Its id.|{type: object, description: Its id.|an object schema is named",
        "{type: integer, description: Its id.|{oneOf: [{type: integer}], description: Its id.|not oneOf",
        "{type: integer, description: Its id.|{type: integer, x-one-of: [{type: integer}], description: Its id.|has no type",
        "x-extensible-enum: [READY]       |x-extensible-enum: [READY]\\n      enum: [READY]|without enum",
        "description: How far it is.      |x-phi: false          |a named schema needs description",
        "x-requirements: [OPAL-THING-01]  |x-requirements: [OPAL-THING-02]|names OPAL-THING-02, which the register does not have",
        "x-requirements: [OPAL-THING-01]  |x-requirements: [OPAL-THING-02]|is named nowhere in the document",
        "examples: {made: {$ref: '#/components/examples/made'}}|example: {id: 1}|is used nowhere"
      })
  void ruleOfTheDocumentBites(String right, String wrong, String rule) {
    String text = DOCUMENT.replace(newLines(right), wrong == null ? "" : newLines(wrong));

    assertThat(text).isNotEqualTo(DOCUMENT);
    assertThat(
            ContractLint.check(
                Contract.parse(Api.OPAL, text), RequirementRegister.parse(Api.OPAL, REGISTER)))
        .extracting(Finding::toString)
        .anyMatch(finding -> finding.contains(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: OPAL-THING-01   |id: EMG-THING-01     |an id reads OPAL-AREA-NN",
        "can be made.        |can be made          |a sentence ends with a full stop",
        "operation: makeThing|operation: breakThing|which the document does not have",
        "follows: []         |follows: [OPAL-X-09] |which is not another entry",
        "follows: []         |follows: [OPAL-THING-01]|which is not another entry"
      })
  void ruleOfTheRegisterBites(String right, String wrong, String rule) {
    String text = REGISTER.replace(right, wrong);

    assertThat(text).isNotEqualTo(REGISTER);
    assertThat(
            ContractLint.check(
                Contract.parse(Api.OPAL, DOCUMENT), RequirementRegister.parse(Api.OPAL, text)))
        .extracting(Finding::toString)
        .anyMatch(finding -> finding.contains(rule));
  }

  private static String newLines(String text) {
    return text.replace("\\n", "\n");
  }
}
