package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.casewright.mockserver.exchange.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads one file of a seed pack and notes where each value stands. Used once. */
final class PackFileReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final Mistakes mistakes;
  private final Map<String, PackFile.Place> places = new HashMap<>();

  private PackFileReader(String name, Mistakes mistakes) {
    this.name = name;
    this.mistakes = mistakes;
  }

  /** A file that cannot be read is one mistake, and is empty from then on. */
  static PackFile read(String name, byte[] text, Mistakes mistakes) {
    return new PackFileReader(name, mistakes).read(text);
  }

  private PackFile read(byte[] text) {
    JsonFactory format = name.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
    try (JsonParser parser = format.createParser(text)) {
      if (parser.nextToken() == null) {
        mistakes.add(name, new PackFile.Place(1, 1), "", "is empty");
        return PackFile.unreadable(name);
      }
      JsonNode root = value(parser, "");
      if (parser.nextToken() != null) {
        mistakes.add(name, place(parser.currentTokenLocation()), "", "has more than one document");
      }
      return new PackFile(name, root, Map.copyOf(places));
    } catch (JsonProcessingException e) {
      // The message of the parser would repeat the text.
      PackFile.Place place =
          e.getLocation() == null ? new PackFile.Place(1, 1) : place(e.getLocation());
      mistakes.add(
          name, place, "", "cannot be read as " + (name.endsWith(".json") ? "JSON" : "YAML"));
    } catch (IOException e) {
      mistakes.add(name, new PackFile.Place(1, 1), "", "cannot be read");
    }
    return PackFile.unreadable(name);
  }

  private JsonNode value(JsonParser parser, String pointer) throws IOException {
    places.putIfAbsent(pointer, place(parser.currentTokenLocation()));
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer);
      case START_ARRAY -> array(parser, pointer);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      default -> NODES.textNode(parser.getText());
    };
  }

  private ObjectNode object(JsonParser parser, String pointer) throws IOException {
    ObjectNode object = Json.object();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String inner = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      PackFile.Place place = place(parser.currentTokenLocation());
      if (object.has(key)) {
        mistakes.add(name, place, inner, "stands twice");
      }
      places.put(inner, place);
      parser.nextToken();
      object.set(key, value(parser, inner));
    }
    return object;
  }

  private ArrayNode array(JsonParser parser, String pointer) throws IOException {
    ArrayNode array = Json.array();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, pointer + "/" + array.size()));
    }
    return array;
  }

  private static PackFile.Place place(JsonLocation location) {
    return new PackFile.Place(location.getLineNr(), location.getColumnNr());
  }
}
