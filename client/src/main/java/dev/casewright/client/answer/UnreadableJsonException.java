package dev.casewright.client.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.casewright.client.json.MissingPropertyException;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.CharacterCodingException;
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
    return of(failure, "");
  }

  /**
   * Says what Jackson found, unless the answer itself could not be read.
   *
   * @param failure what was thrown while an answer was read
   * @param place the JSON pointer of the part that was read
   * @return the exception to throw instead
   * @throws IOException if the answer broke off: that is no matter of JSON
   */
  static UnreadableJsonException ofOrElse(IOException failure, String place) throws IOException {
    // Jackson puts what the stream throws within a list into an exception of its own.
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new UnreadableJsonException("the answer is not UTF-8");
      }
      if (cause instanceof IOException broken && !(cause instanceof JsonProcessingException)) {
        throw broken;
      }
    }
    return of((JsonProcessingException) failure, place);
  }

  private static UnreadableJsonException of(JsonProcessingException failure, String place) {
    if (isBeyondLimits(failure)) {
      return new UnreadableJsonException(
          "it is nested deeper than "
              + StreamReadConstraints.defaults().getMaxNestingDepth()
              + " levels, or has a name, text or number that is too long");
    }
    if (failure instanceof JsonMappingException mismatch) {
      String pointer = place + pointer(mismatch);
      if (mismatch.getCause() instanceof MissingPropertyException missing) {
        return new UnreadableJsonException(
            "the required property " + pointer + "/" + missing.property() + " is missing");
      }
      String where = pointer.isEmpty() ? "the root" : pointer;
      return new UnreadableJsonException(
          mismatch.getCause() instanceof StreamReadException
              ? "the answer is not well-formed JSON within " + where
              : "the value at " + where + " is not of its type");
    }
    return new UnreadableJsonException(
        "the answer is not well-formed JSON" + (place.isEmpty() ? "" : " within " + place));
  }

  private static boolean isBeyondLimits(Throwable failure) {
    return failure != null
        && (failure instanceof StreamConstraintsException || isBeyondLimits(failure.getCause()));
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
