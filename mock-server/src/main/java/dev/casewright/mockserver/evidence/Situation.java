package dev.casewright.mockserver.evidence;

import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request to an operation asks for, as far as requirements speak of it. */
record Situation(Operation operation, MockRequest request) {

  boolean endsWithSlash() {
    // Some paths of the contract have the slash themselves.
    return request.path().endsWith("/") != operation.path().toString().endsWith("/");
  }

  boolean hasUnknownParameter() {
    return request.query().keySet().stream()
        .anyMatch(
            name ->
                operation.parameters(Parameter.Place.QUERY).stream()
                    .noneMatch(known -> known.name().equals(name)));
  }

  boolean has(String parameter) {
    return request.query().containsKey(parameter);
  }

  boolean has(String parameter, String value) {
    return request.query().getOrDefault(parameter, List.of()).contains(value);
  }

  long count(List<String> parameters) {
    return parameters.stream().filter(this::has).count();
  }

  /** The values of some parameters. */
  Stream<String> values(List<String> parameters) {
    return parameters.stream()
        .flatMap(name -> request.query().getOrDefault(name, List.of()).stream());
  }

  boolean hasHeader(String name) {
    return request.header(name).stream().anyMatch(value -> !value.isBlank());
  }

  Optional<String> variable(String name) {
    return operation.path().match(request.path()).map(path -> path.get(name));
  }

  static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  static boolean hasWildcard(String text) {
    return text.contains("%") || text.contains("_");
  }
}
