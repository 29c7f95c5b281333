package dev.casewright.client.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Reads a field of an answer in a second spelling, where programs in use disagree (Emedgene facts,
 * no. 1 and 2). If both are there, the one of the contract counts and the other is kept as an
 * unknown field.
 *
 * @param type the class of the answer
 * @param list the list whose elements have the field; empty if the answer itself has it
 * @param property the name of the field in the contract
 * @param otherName how it may be spelled too
 */
public record FieldSpelling(Class<?> type, Optional<String> list, String property, String otherName)
    implements AnswerShape {
  @Override
  public JsonNode toContract(JsonNode answer, ObjectMapper mapper) {
    list.ifPresentOrElse(name -> answer.path(name).forEach(this::rename), () -> rename(answer));
    return answer;
  }

  private void rename(JsonNode node) {
    if (node instanceof ObjectNode object && object.has(otherName) && !object.has(property)) {
      object.set(property, object.remove(otherName));
    }
  }
}
