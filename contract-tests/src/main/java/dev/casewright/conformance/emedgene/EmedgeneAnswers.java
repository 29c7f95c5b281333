package dev.casewright.conformance.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads answers so leniently that a fault in one thing does not hide another. */
final class EmedgeneAnswers {

  private static final Pattern CASE_NAME = Pattern.compile("EMG\\d{9}");
  private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");

  private EmedgeneAnswers() {}

  static boolean isSuccess(Answer answer) {
    return answer.isSuccess();
  }

  static boolean isError(Answer answer) {
    return answer.status() >= 400 && answer.status() <= 499;
  }

  /** Whether the credentials were good enough, whatever else was wrong. */
  static boolean isLetIn(Answer answer) {
    return answer.status() != 401 && answer.status() != 403;
  }

  /** The body, or a missing node if it is not JSON. */
  static JsonNode jsonOf(Answer answer) {
    return answer.jsonOrMissing();
  }

  /** The type that the answer says it has, without parameters. */
  static String mediaTypeOf(Answer answer) {
    return answer.header("Content-Type").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  /** The case name in an answer or in an entry of it: where it should be, or anywhere. */
  static Optional<String> caseNameIn(JsonNode node) {
    JsonNode name = node.path("name");
    if (isCaseName(name)) {
      return Optional.of(name.asText());
    }
    Optional<String> elsewhere =
        StreamSupport.stream(node.spliterator(), false)
            .filter(EmedgeneAnswers::isCaseName)
            .map(JsonNode::asText)
            .findFirst();
    return elsewhere.or(
        () -> Optional.of(name.asText()).filter(text -> PATH_SEGMENT.matcher(text).matches()));
  }

  /** The id of an entry: where it should be, as number or text, or the only number that it has. */
  static long idIn(JsonNode entry) {
    JsonNode id = entry.path("id");
    if (id.isMissingNode()) {
      for (JsonNode member : entry) {
        id = member.isIntegralNumber() ? member : id;
      }
    }
    return id.asLong(-1);
  }

  /** What two like answers have in common: all but what moves with each reading. */
  static String gistOf(Answer answer) {
    JsonNode json = jsonOf(answer);
    if (json instanceof ObjectNode object) {
      object.remove("last_access_date");
    }
    return answer.status() + " " + mediaTypeOf(answer) + " " + (json.isMissingNode() ? "" : json);
  }

  /** The status and the names of the members, for answers whose values differ by nature. */
  static String membersOf(Answer answer) {
    List<String> names = new ArrayList<>();
    jsonOf(answer).fieldNames().forEachRemaining(names::add);
    return answer.status() + " " + names;
  }

  /** Whether it is a text of the form that names of cases have. */
  static boolean isCaseName(JsonNode node) {
    return node.isTextual() && CASE_NAME.matcher(node.asText()).matches();
  }
}
