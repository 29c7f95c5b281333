package dev.casewright.conformance.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What wrong and right servers are made of: answers, and requests, in other forms. */
final class Twists {

  private static final JsonMapper JSON = new JsonMapper();

  private Twists() {}

  static Answer answer(int status, String mediaType, String body) {
    return new Answer(
        status,
        HttpHeaders.of(Map.of("Content-Type", List.of(mediaType)), (name, value) -> true),
        body.getBytes(UTF_8));
  }

  static Answer withStatus(Answer answer, int status) {
    return new Answer(status, answer.headers(), answer.body());
  }

  static Answer withBody(Answer answer, byte[] body) {
    return new Answer(answer.status(), answer.headers(), body);
  }

  static Answer withHeader(Answer answer, String name, String value) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.put(name, List.of(value));
    return new Answer(answer.status(), HttpHeaders.of(headers, (key, each) -> true), answer.body());
  }

  static Message withTarget(Message message, String target) {
    return new Message(message.method(), target, message.headers(), message.body());
  }

  /** The request without the query parameters that fit. */
  static Message without(Message message, Predicate<String> parameter) {
    String query = message.target().substring(message.path().length());
    String kept =
        Stream.of(query.replaceFirst("^\\?", "").split("&"))
            .filter(pair -> !pair.isEmpty() && !parameter.test(pair.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    return withTarget(message, message.path() + (kept.isEmpty() ? "" : "?" + kept));
  }

  /** The decoded value of a query parameter. */
  static Optional<String> parameter(Message message, String name) {
    String query = message.target().substring(message.path().length());
    return Stream.of(query.replaceFirst("^\\?", "").split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
        .findFirst();
  }

  /** An answer with JSON, changed; any other stays. */
  static Answer json(Answer answer, UnaryOperator<JsonNode> change) {
    if (!answer.header("Content-Type").startsWith("application/json")) {
      return answer;
    }
    try {
      return withBody(answer, JSON.writeValueAsBytes(change.apply(JSON.readTree(answer.body()))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The entries of a list that fit, whatever is around them. */
  static Answer entries(Answer answer, Predicate<JsonNode> condition) {
    return json(
        answer,
        body -> {
          body.findValues("objects").forEach(list -> keep(list, condition));
          return body;
        });
  }

  private static void keep(JsonNode list, Predicate<JsonNode> condition) {
    if (list instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (!condition.test(array.get(i))) {
          array.remove(i);
        }
      }
    }
  }

  /** A change of every object in a tree, the tree itself included. */
  static JsonNode everyObject(JsonNode node, UnaryOperator<ObjectNode> change) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, everyObject(array.get(i), change));
      }
      return array;
    }
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> object.set(name, everyObject(object.get(name), change)));
      return change.apply(object);
    }
    return node;
  }

  static ObjectNode inReverseOrder(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(name -> names.add(0, name));
    ObjectNode reversed = JSON.createObjectNode();
    names.forEach(name -> reversed.set(name, object.get(name)));
    return reversed;
  }

  /** An empty value of the same kind: an object, an array, or nothing. */
  static JsonNode emptyLike(JsonNode node) {
    return node.isArray() ? JSON.createArrayNode() : JSON.createObjectNode();
  }
}
