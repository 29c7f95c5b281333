package dev.casewright.client.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a list element by element, in each shape that {@link ListShape} knows, without ever holding
 * more of it than one element. As strict as reading it whole, and stricter in one thing: an object
 * without a list is no empty list. To be used by one thread.
 *
 * @param <T> what the elements are
 */
public final class ListParser<T> {
  private enum State {
    BEFORE,
    IN_LIST,
    AFTER
  }

  private final JsonParser parser;
  private final ListShape shape;
  private final ObjectReader elements;
  private final ObjectReader trees;
  private State state = State.BEFORE;
  private boolean inArray;
  private boolean inObject;
  private String place = "";
  private int index;

  ListParser(JsonParser parser, ObjectMapper mapper, ListShape shape, Class<T> element) {
    this.parser = parser;
    this.shape = shape;
    ObjectReader partly = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.elements = partly.forType(element);
    this.trees = partly;
  }

  /**
   * Reads the next element. Blocks until it has come.
   *
   * @return the element; empty at the end of an answer that is whole
   * @throws UnreadableJsonException if the answer does not fit the contract
   * @throws IOException if the answer breaks off
   */
  public Optional<T> next() throws IOException {
    if (state == State.AFTER) {
      return Optional.empty();
    }
    try {
      return state == State.BEFORE ? first() : elementAt(parser.nextToken());
    } catch (IOException failure) {
      throw UnreadableJsonException.ofOrElse(
          failure, state == State.IN_LIST ? place + "/" + index : place);
    }
  }

  /**
   * Where the elements stand.
   *
   * @return a JSON pointer from the root of the answer, with {@code *} for an index; right once an
   *     element was read
   */
  public String elementPointer() {
    return (inArray ? "/*" : "") + place.substring(inArray ? "/0".length() : 0) + "/*";
  }

  private Optional<T> first() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return firstOfObject();
    }
    if (token != JsonToken.START_ARRAY) {
      throw new UnreadableJsonException(
          token == null
              ? "the answer is empty, where a list is needed"
              : "the value at the root is not a list");
    }
    token = parser.nextToken();
    state = State.IN_LIST;
    return token == JsonToken.START_OBJECT ? firstOfArray() : elementAt(token);
  }

  /** {@code {"hits": [...]}}. */
  private Optional<T> firstOfObject() throws IOException {
    inObject = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (isList(name, value)) {
        enter(name);
        return elementAt(parser.nextToken());
      }
      if (name.equals(shape.property())) {
        throw new UnreadableJsonException("the value at " + place + "/" + name + " is not a list");
      }
      parser.skipChildren();
    }
    throw new UnreadableJsonException(
        "the required property " + place + "/" + shape.property() + " is missing");
  }

  /**
   * {@code [{...}, ...]} or {@code [{"hits": [...]}]}: which one shows when the first object names
   * a list.
   */
  private Optional<T> firstOfArray() throws IOException {
    ObjectNode first = trees.getConfig().getNodeFactory().objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (isList(name, parser.nextToken())) {
        inArray = true;
        inObject = true;
        place = "/0";
        enter(name);
        return elementAt(parser.nextToken());
      }
      first.set(name, trees.readTree(parser));
    }
    return given(elements.readValue(first));
  }

  private boolean isList(String name, JsonToken value) {
    return value == JsonToken.START_ARRAY
        && (name.equals(shape.property()) || shape.otherNames().contains(name));
  }

  private void enter(String name) {
    place = place + "/" + name;
    state = State.IN_LIST;
  }

  private Optional<T> elementAt(JsonToken token) throws IOException {
    if (token == JsonToken.END_ARRAY) {
      finish();
      return Optional.empty();
    }
    return given(elements.readValue(parser));
  }

  private Optional<T> given(T element) {
    if (element == null) {
      throw new UnreadableJsonException(
          "the value at " + place + "/" + index + " is null, where an object is needed");
    }
    index++;
    return Optional.of(element);
  }

  /** What stands behind the list is read too: a list that was cut off is not whole. */
  private void finish() throws IOException {
    state = State.AFTER;
    while (inObject && parser.nextToken() == JsonToken.FIELD_NAME) {
      if (isList(parser.currentName(), parser.nextToken())) {
        throw new UnreadableJsonException("there is a second list behind the one at " + place);
      }
      parser.skipChildren();
    }
    if (inArray && parser.nextToken() != JsonToken.END_ARRAY) {
      throw new UnreadableJsonException("the array around the list holds more than the list");
    }
    if (parser.nextToken() != null) {
      throw new UnreadableJsonException("there is something behind the end of the JSON");
    }
  }
}
