package dev.casewright.conformance.mask;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names shell variables for the values of one request; the same value has the same name. */
final class Variables {

  private final Secrets secrets;
  private final Map<String, String> names = new LinkedHashMap<>();

  Variables(Secrets secrets) {
    this.secrets = secrets;
  }

  Piece forValue(String value) {
    return Piece.variable(
        names.computeIfAbsent(value, each -> secrets.variableOf(each).orElse("VALUE_" + number())));
  }

  private long number() {
    return 1 + names.values().stream().filter(name -> name.startsWith("VALUE_")).count();
  }
}
