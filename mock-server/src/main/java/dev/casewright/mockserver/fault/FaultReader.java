package dev.casewright.mockserver.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a fault as it stands in the body of a request to the admin API. */
final class FaultReader {

  private static final String FAULT = "fault";
  private static final String OPERATIONS = "operations";
  private static final String TIMES = "times";
  private static final String SKIP = "skip";

  private FaultReader() {}

  static Fault read(JsonNode body) {
    FaultKind kind =
        FaultKind.find(body.path(FAULT).asText())
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "fault must be one of "
                            + Arrays.stream(FaultKind.values())
                                .map(FaultKind::id)
                                .collect(Collectors.joining(", "))
                            + "."));
    refuseUnknown(kind, body);
    Map<String, BigDecimal> values = new HashMap<>();
    for (FaultParameter parameter : kind.parameters()) {
      if (body.has(parameter.name())) {
        values.put(parameter.name(), parameter.read(body.get(parameter.name())));
      }
    }
    Fault fault = Fault.of(kind, values).on(operations(body.path(OPERATIONS)));
    if (body.has(SKIP)) {
      fault = fault.skip(count(SKIP, body, 0));
    }
    return body.has(TIMES) ? fault.times(count(TIMES, body, 1)) : fault;
  }

  private static void refuseUnknown(FaultKind kind, JsonNode body) {
    List<String> known =
        Stream.concat(
                Stream.of(FAULT, OPERATIONS, TIMES, SKIP),
                kind.parameters().stream().map(FaultParameter::name))
            .toList();
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      if (!known.contains(member.getKey())) {
        throw new InvalidSettingException(
            kind.id() + " takes no other members than " + String.join(", ", known) + ".");
      }
    }
  }

  private static String[] operations(JsonNode given) {
    if (given.isMissingNode()) {
      return new String[0];
    }
    List<String> operations = new ArrayList<>();
    given.forEach(operation -> operations.add(operation.asText()));
    if (!given.isArray() || given.valueStream().anyMatch(operation -> !operation.isTextual())) {
      throw new InvalidSettingException("operations must be a list of operationIds.");
    }
    return operations.toArray(String[]::new);
  }

  private static long count(String member, JsonNode body, int minimum) {
    JsonNode value = body.get(member);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < minimum) {
      throw new InvalidSettingException(member + " must be a whole number from " + minimum + ".");
    }
    return value.asLong();
  }
}
