package dev.casewright.client.answer;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Brings a list answer into the shape of the contract. The sources show three: an object around the
 * array, the bare array, and an array whose only element is that object (Opal facts C2, Emedgene
 * facts no. 9).
 *
 * @param type the class of the list
 * @param property the property that holds the array in the contract
 * @param otherNames names under which the array has to be expected too
 */
public record ListShape(Class<?> type, String property, List<String> otherNames)
    implements AnswerShape {
  /** Copies the names. */
  public ListShape {
    otherNames = List.copyOf(otherNames);
  }

  /** An object has the list under the name of the contract, if there is no other name. */
  @Override
  public boolean leavesAlone(JsonToken first) {
    return first == JsonToken.START_OBJECT && otherNames.isEmpty();
  }

  @Override
  public JsonNode toContract(JsonNode answer, ObjectMapper mapper) {
    if (answer.isArray()) {
      if (answer.size() == 1 && isListObject(answer.get(0))) {
        return renamed(answer.get(0));
      }
      ObjectNode list = mapper.createObjectNode();
      list.set(property, answer);
      return list;
    }
    return renamed(answer);
  }

  private boolean isListObject(JsonNode element) {
    return element.path(property).isArray()
        || otherNames.stream().anyMatch(name -> element.path(name).isArray());
  }

  private JsonNode renamed(JsonNode list) {
    if (list instanceof ObjectNode object && !object.has(property)) {
      for (String name : otherNames) {
        if (object.path(name).isArray()) {
          ObjectNode copy = object.deepCopy();
          copy.set(property, copy.remove(name));
          return copy;
        }
      }
    }
    return list;
  }
}
