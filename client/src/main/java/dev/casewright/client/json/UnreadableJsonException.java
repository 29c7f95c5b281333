package dev.casewright.client.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.Serial;
import java.util.Arrays;

/**
 * Thrown inside the client when JSON does not fit the contract. It holds no cause, since Jackson's
 * messages quote the document; its own message says where and what in the words of the contract
 * only. The calls of the client turn it into a {@code DecodeException}.
 */
public final class UnreadableJsonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param rule the rule that was broken, without any value of the document
   */
  public UnreadableJsonException(String rule) {
    super(rule);
  }

  /**
   * Says what Jackson found, without its words.
   *
   * @param failure what Jackson threw
   * @return the exception to throw instead
   */
  public static UnreadableJsonException of(JsonProcessingException failure) {
    if (isBeyondLimits(failure)) {
      return new UnreadableJsonException(
          "it is nested deeper, or holds a longer name, number or text, than is ever needed");
    }
    if (failure instanceof JsonMappingException mismatch) {
      String pointer = pointer(mismatch);
      if (mismatch.getCause() instanceof MissingPropertyException missing) {
        return new UnreadableJsonException(
            "the required property " + pointer + "/" + missing.property() + " is missing");
      }
      String place = pointer.isEmpty() ? "the root" : pointer;
      return new UnreadableJsonException(
          mismatch.getCause() instanceof StreamReadException
              ? "the answer is not well-formed JSON within " + place
              : "the value at " + place + " is not of its type");
    }
    return new UnreadableJsonException("the answer is not well-formed JSON");
  }

  private static boolean isBeyondLimits(JsonProcessingException failure) {
    return failure instanceof StreamConstraintsException
        || failure.getCause() instanceof StreamConstraintsException;
  }

  /** Names of the contract are shown; any other name may be about a patient. */
  private static String pointer(JsonMappingException mismatch) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : mismatch.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(isOfContract(step) ? step.getFieldName() : "*");
      }
    }
    return pointer.toString();
  }

  private static boolean isOfContract(JsonMappingException.Reference step) {
    Class<?> type = step.getFrom() instanceof Class<?> named ? named : step.getFrom().getClass();
    return Arrays.stream(type.getMethods())
        .map(method -> method.getAnnotation(JsonProperty.class))
        .anyMatch(property -> property != null && property.value().equals(step.getFieldName()));
  }
}
