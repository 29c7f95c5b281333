package dev.casewright.client.answer;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Brings an answer that may come in another shape into that of the contract. Thread-safe. */
public interface AnswerShape {
  /**
   * Which answers.
   *
   * @return the class that they are read into
   */
  Class<?> type();

  /**
   * Whether the beginning of an answer tells that {@link #toContract} would give it back as it is.
   *
   * @param first the first token of the answer
   * @return true if it need not be looked at
   */
  default boolean leavesAlone(JsonToken first) {
    return false;
  }

  /**
   * The answer in the shape of the contract.
   *
   * @param answer the answer as it came
   * @param mapper a mapper to make nodes with
   * @return the answer itself, if it has no shape that is known to differ
   */
  JsonNode toContract(JsonNode answer, ObjectMapper mapper);
}
