package dev.casewright.conformance.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Answers in other forms. */
final class Answers {

  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  static Answer answer(int status, String mediaType, String body) {
    return new Answer(
        status,
        HttpHeaders.of(Map.of("Content-Type", List.of(mediaType)), (name, value) -> true),
        body.getBytes(UTF_8));
  }

  static Answer withStatus(Answer answer, int status) {
    return new Answer(status, answer.headers(), answer.body());
  }

  static Answer withHalfTheBody(Answer answer) {
    return withBody(answer, Arrays.copyOf(answer.body(), answer.body().length / 2));
  }

  private static Answer withBody(Answer answer, byte[] body) {
    return new Answer(answer.status(), answer.headers(), body);
  }

  static Answer withHeader(Answer answer, String name, String value) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.put(name, List.of(value));
    return new Answer(answer.status(), HttpHeaders.of(headers, (key, each) -> true), answer.body());
  }

  static boolean isJson(Answer answer) {
    return answer.header("Content-Type").startsWith("application/json");
  }

  /** An answer with JSON, changed; any other stays. */
  static Answer withJson(Answer answer, UnaryOperator<JsonNode> change) {
    if (!isJson(answer)) {
      return answer;
    }
    try {
      return withBody(answer, JSON.writeValueAsBytes(change.apply(JSON.readTree(answer.body()))));
    } catch (IOException failure) {
      throw new UncheckedIOException("The server behind sent JSON that is none.", failure);
    }
  }

  /** An answer with JSON each of whose objects is changed; any other stays. */
  static Answer withObjects(Answer answer, UnaryOperator<ObjectNode> change) {
    return withJson(answer, body -> changed(body, change));
  }

  private static JsonNode changed(JsonNode node, UnaryOperator<ObjectNode> change) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, changed(array.get(i), change));
      }
    }
    if (node instanceof ObjectNode object) {
      names(object).forEach(name -> object.set(name, changed(object.get(name), change)));
      return change.apply(object);
    }
    return node;
  }

  /** An answer with those entries of its lists that fit. */
  static Answer withEntries(Answer answer, String lists, Predicate<JsonNode> condition) {
    return withObjects(
        answer,
        object -> {
          if (object.get(lists) instanceof ArrayNode list) {
            object.putArray(lists).addAll(kept(list, condition));
          }
          return object;
        });
  }

  private static List<JsonNode> kept(ArrayNode list, Predicate<JsonNode> condition) {
    List<JsonNode> kept = new ArrayList<>();
    list.forEach(
        entry -> {
          if (condition.test(entry)) {
            kept.add(entry);
          }
        });
    return kept;
  }

  static ObjectNode inReverseOrder(ObjectNode object) {
    List<String> names = names(object);
    Collections.reverse(names);
    ObjectNode reversed = JSON.createObjectNode();
    names.forEach(name -> reversed.set(name, object.get(name)));
    return reversed;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** An array for an array, and an object for anything else. */
  static JsonNode emptyLike(JsonNode node) {
    return node.isArray() ? JSON.createArrayNode() : JSON.createObjectNode();
  }
}
