package dev.casewright.conformance.drift;

import dev.casewright.conformance.drift.SchemaTree.Schema;
import dev.casewright.openapi.Answer;
import dev.casewright.openapi.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema that the error answers of a contract share. Immutable. */
final class ErrorSchema {

  private static final int FIRST_ERROR = 400;
  private static final String JSON = "application/json";
  private static final String NAMED = "/components/schemas/";

  private final Schema schema;

  private ErrorSchema(Schema schema) {
    this.schema = schema;
  }

  /** What most error answers refer to; nothing if none refers to a schema with a name. */
  static Optional<ErrorSchema> of(Contract contract) {
    SchemaTree schemas = new SchemaTree(contract.document());
    Map<String, Long> counted =
        contract.operations().stream()
            .flatMap(operation -> operation.answers().entrySet().stream())
            .filter(answer -> answer.getKey() >= FIRST_ERROR)
            .flatMap(answer -> named(schemas, answer.getValue()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counted.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(most -> new ErrorSchema(schemas.at(most.getKey())));
  }

  private static Stream<String> named(SchemaTree schemas, Answer answer) {
    return Stream.ofNullable(answer.content().get(JSON))
        .map(pointer -> schemas.at(pointer).pointer())
        .filter(pointer -> pointer.startsWith(NAMED));
  }

  /** The lines of an answer with such a body, and an example of it, which every body needs. */
  List<String> content() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "content:",
                "  " + JSON + ":",
                "    schema:",
                "      $ref: '#" + schema.pointer() + "'",
                "    example:"));
    schema.node().path("required").forEach(name -> lines.add("      " + name.asText() + ": Text"));
    return lines;
  }
}
