package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import dev.casewright.mockserver.exchange.HttpDate;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to make a wrong answer out of the usual one. */
final class AnswerEdits {

  private AnswerEdits() {}

  static boolean isSuccess(MockAnswer answer) {
    return answer.status() >= 200 && answer.status() <= 299;
  }

  /** The usual answer, but with another status if it grants the request. */
  static Behaviour grantedWith(int status) {
    return call -> {
      MockAnswer answer = call.usual();
      return isSuccess(answer) ? answer.withStatus(status) : answer;
    };
  }

  /** The usual answer, but edited if it grants the request with an object. */
  static Behaviour edited(Consumer<ObjectNode> edit) {
    return call -> edited(call.usual(), edit);
  }

  /** The same for one operation of several that a requirement speaks of. */
  static Behaviour editedIn(String operation, Consumer<ObjectNode> edit) {
    return call -> call.operation().equals(operation) ? edited(call.usual(), edit) : call.usual();
  }

  static MockAnswer edited(MockAnswer answer, Consumer<ObjectNode> edit) {
    return isSuccess(answer) ? JsonEdits.edit(answer, edit) : answer;
  }

  /** Refuses with 400, and without effect, what fits and would be granted. */
  static Behaviour refused(Predicate<DeviantCall> which) {
    return call -> {
      if (!which.test(call)) {
        return call.usual();
      }
      MockAnswer answer = call.withoutEffect();
      return isSuccess(answer) ? call.refusal(400) : answer;
    };
  }

  /** Changes the texts of the members of these names, however deep they stand. */
  static void eachText(JsonNode node, Set<String> names, UnaryOperator<String> change) {
    eachObject(
        node,
        object ->
            names.stream()
                .filter(name -> object.path(name).isTextual())
                .forEach(name -> object.put(name, change.apply(object.get(name).asText()))));
  }

  /** Visits all objects in a tree, itself included. */
  static void eachObject(JsonNode node, Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
    }
    node.forEach(child -> eachObject(child, visitor));
  }

  /** Keeps the hits of a list that fit, and corrects its total. */
  static void keepHits(ObjectNode list, Predicate<JsonNode> which) {
    ArrayNode kept = Json.array();
    list.path("hits").forEach(hit -> kept.add(hit));
    kept.removeIf(which.negate());
    list.set("hits", kept);
    list.put("total", kept.size());
  }

  /** A name of nine digits made into another one. */
  static String otherName(String name) {
    int last = name.length() - 1;
    return name.substring(0, last) + (Character.digit(name.charAt(last), 10) + 1) % 10;
  }

  /** A time as HTTP writes it, in the form of ISO 8601. */
  static String iso(String time) {
    return HttpDate.parse(time).toString();
  }

  /** A time as HTTP writes it, later or earlier. */
  static String moved(String time, Duration by) {
    return HttpDate.format(HttpDate.parse(time).plus(by));
  }
}
