package dev.casewright.mockserver.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.math.BigDecimal;
import java.util.Optional;

/** A number that a fault can be given. */
record FaultParameter(
    String name,
    String meaning,
    boolean whole,
    int minimum,
    int maximum,
    Optional<BigDecimal> byDefault) {

  static FaultParameter whole(String name, String meaning, int minimum, int maximum) {
    return new FaultParameter(name, meaning, true, minimum, maximum, Optional.empty());
  }

  static FaultParameter decimal(String name, String meaning, int minimum, int maximum) {
    return new FaultParameter(name, meaning, false, minimum, maximum, Optional.empty());
  }

  FaultParameter orElse(int value) {
    return new FaultParameter(
        name, meaning, whole, minimum, maximum, Optional.of(BigDecimal.valueOf(value)));
  }

  BigDecimal read(JsonNode value) {
    if (!value.isNumber()) {
      throw refused();
    }
    return checked(value.decimalValue());
  }

  BigDecimal checked(BigDecimal value) {
    boolean inside =
        value.compareTo(BigDecimal.valueOf(minimum)) >= 0
            && value.compareTo(BigDecimal.valueOf(maximum)) <= 0;
    if (!inside || whole && value.stripTrailingZeros().scale() > 0) {
      throw refused();
    }
    return value;
  }

  ObjectNode shown(ObjectNode shown) {
    shown.put("name", name).put("what", meaning).put("minimum", minimum).put("maximum", maximum);
    byDefault.ifPresent(value -> shown.put("default", value));
    return shown;
  }

  private InvalidSettingException refused() {
    return new InvalidSettingException(
        name
            + " must be a "
            + (whole ? "whole " : "")
            + "number from "
            + minimum
            + " to "
            + maximum
            + ".");
  }
}
