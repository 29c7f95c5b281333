package dev.casewright.openapi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCheckTest {

  private static final Contract CONTRACT =
      Contract.parse(
          Api.OPAL,
          """
          openapi: 3.0.3
          paths:
            /things/{id}:
              post:
                operationId: makeThing
                x-evidence: inferred
                x-effect: create
                x-idempotent: false
                parameters:
                  - {name: id, in: path, required: true, x-evidence: inferred, schema: {type: integer, minimum: 1}}
                  - {name: mode, in: query, x-evidence: inferred, schema: {$ref: '#/components/schemas/Mode'}}
                  - {name: dry, in: query, required: true, x-evidence: inferred, schema: {type: boolean}}
                  - {name: X-Lab, in: header, required: true, x-evidence: inferred, schema: {type: string}}
                requestBody:
                  required: true
                  content: {application/json: {schema: {$ref: '#/components/schemas/NewThing'}}}
                responses:
                  '200':
                    x-evidence: inferred
                    headers:
                      X-Made: {required: true, schema: {type: string, pattern: '^made [^"]+$'}}
                      X-Count: {schema: {type: integer, maximum: 9}}
                    content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                  '204': {x-evidence: inferred, description: nothing}
                  '422':
                    x-evidence: inferred
                    content: {application/pdf: {schema: {type: string, format: binary}}}
          components:
            schemas:
              Mode: {type: string, enum: [slow, fast]}
              NewThing:
                type: object
                required: [name]
                properties:
                  name: {type: string, maxLength: 5}
                  born: {type: string, format: local-date-time}
                  extra: {$ref: '#/components/schemas/TextOrNumber'}
                  nothing: {type: string, nullable: true}
                  labels: {$ref: '#/components/schemas/Labels'}
              Labels: {type: object, additionalProperties: {type: integer}}
              TextOrNumber: {x-one-of: [{type: string}, {type: integer}]}
              Thing:
                type: object
                required: [id]
                additionalProperties: true
                properties:
                  id: {type: integer}
                  seen: {type: string, format: rfc1123-date-time}
          """);

  private final Operation makeThing = CONTRACT.operation("makeThing");
  private final ContractCheck check = new ContractCheck(CONTRACT);

  @Test
  void requestThatFitsHasNoViolation() {
    assertThat(request("1", "slow", "{\"name\":\"abc\",\"nothing\":null,\"unknown\":[1]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc |slow|MALFORMED|path id must be of type integer",
        "1.0 |slow|MALFORMED|path id must be of type integer",
        "0   |slow|VALUE    |path id must keep minimum 1",
        "1   |warp|VALUE    |query mode must be one of [\"slow\",\"fast\"]"
      })
  void parameterIsToldByPlaceAndRule(String id, String mode, Violation.Kind kind, String text) {
    assertThat(request(id, mode, "{\"name\":\"abc\"}"))
        .singleElement()
        .satisfies(violation -> assertThat(violation.kind()).isEqualTo(kind))
        .hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                            |MISSING  |body is required, as JSON",
        "{                                           |MALFORMED|body must be valid JSON",
        "{\"name\":\"a\"} x                          |MALFORMED|body must be valid JSON",
        "{\"name\":\"a\",\"name\":\"b\"}             |MALFORMED|body must be valid JSON",
        "[]                                          |MALFORMED|body must be of type object",
        "{}                                          |MISSING  |body/name is required",
        "{\"name\":1}                                |MALFORMED|body/name must be of type string",
        "{\"name\":null}                             |MALFORMED|body/name must be of type string",
        "{\"name\":\"abcdef\"}                       |VALUE    |body/name must keep maxLength 5",
        "{\"name\":\"a\",\"born\":\"2031-02-30T10:00:00\"}|VALUE|body/born must keep format \"local-date-time\"",
        "{\"name\":\"a\",\"extra\":{}}               |MALFORMED|body/extra must have one of the documented shapes",
        "{\"name\":\"a\",\"labels\":{\"Jane\":\"x\"}}|MALFORMED|body/labels/* must be of type integer"
      })
  void bodyIsToldByPlaceAndRuleAndNeverByValue(String body, Violation.Kind kind, String text) {
    assertThat(request("1", "slow", body == null ? "" : body))
        .singleElement()
        .satisfies(violation -> assertThat(violation.kind()).isEqualTo(kind))
        .hasToString(text);
  }

  @Test
  void missingParametersAreToldOneByOne() {
    RequestParts parts =
        new RequestParts(Map.of("id", "1"), Map.of(), Map.of(), "{\"name\":\"a\"}".getBytes(UTF_8));

    assertThat(check.request(makeThing, parts))
        .extracting(Violation::toString)
        .containsExactly("query dry is required", "header X-Lab is required");
  }

  @Test
  void everyValueOfARepeatedParameterIsChecked() {
    RequestParts parts =
        new RequestParts(
            Map.of("id", "1"),
            Map.of("mode", List.of("slow", "warp"), "dry", List.of("True", "2")),
            Map.of("x-lab", List.of("a")),
            "{\"name\":\"a\"}".getBytes(UTF_8));

    assertThat(check.request(makeThing, parts))
        .extracting(Violation::place)
        .containsExactly("query mode", "query dry");
  }

  @Test
  void answerThatFitsHasNoViolation() {
    String body = "{\"id\":1,\"seen\":\"Tue, 04 Mar 2031 09:15:00 GMT\",\"more\":true}";

    assertThat(answer(200, "application/json; charset=utf-8", body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "500|application/json|{}            |status 500 is not declared for makeThing",
        "200|text/html       |{}            |header content-type must be one of [application/json]",
        "200|application/json|{}            |body/id is required",
        "200|application/json|<html>        |body must be valid JSON",
        "200|application/json|{\"id\":1,\"seen\":\"Mon, 04 Mar 2031 09:15:00 GMT\"}|body/seen must keep format \"rfc1123-date-time\"",
        "204|text/plain      |hello         |body must be empty",
        "422|application/pdf |              |body must not be empty"
      })
  void answerIsToldByPlaceAndRule(int status, String type, String body, String text) {
    assertThat(answer(status, type, body == null ? "" : body)).singleElement().hasToString(text);
  }

  @Test
  void answerThatWasSeenBeforeIsJudgedAsBefore() {
    for (int time = 0; time < 3; time++) {
      assertThat(answer(200, "application/json", "{\"id\":1}")).isEmpty();
      assertThat(answer(200, "application/json", "{\"id\":\"1\"}")).hasSize(1);
    }
  }

  @Test
  void requiredHeaderOfAnAnswerIsMissed() {
    AnswerParts parts =
        new AnswerParts(
            200, Map.of("content-type", List.of("application/json")), "{\"id\":1}".getBytes(UTF_8));

    assertThat(check.answer(makeThing, parts)).hasToString("[header x-made must be sent]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x-made  | made \"there\"|VALUE    |header x-made must keep pattern \"^made [^\\\"]+$\"",
        "x-count | 12             |VALUE    |header x-count must keep maximum 9",
        "x-count | some           |MALFORMED|header x-count must be of type integer"
      })
  void headerOfAnAnswerHasToFitItsSchema(
      String name, String value, Violation.Kind kind, String text) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("content-type", List.of("application/json"));
    headers.put("x-made", List.of("made here"));
    headers.put(name, List.of(value));
    AnswerParts parts = new AnswerParts(200, headers, "{\"id\":1}".getBytes(UTF_8));

    assertThat(check.answer(makeThing, parts))
        .singleElement()
        .hasToString(text)
        .returns(kind, Violation::kind);
  }

  private List<Violation> request(String id, String mode, String body) {
    return check.request(
        makeThing,
        new RequestParts(
            Map.of("id", id),
            Map.of("mode", List.of(mode), "dry", List.of("false"), "other", List.of("x")),
            Map.of("x-lab", List.of("a")),
            body.getBytes(UTF_8)));
  }

  private List<Violation> answer(int status, String type, String body) {
    return check.answer(
        makeThing,
        new AnswerParts(
            status,
            Map.of("content-type", List.of(type), "x-made", List.of("made here")),
            body.getBytes(UTF_8)));
  }
}
