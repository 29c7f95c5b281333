package dev.casewright.conformance.servers;

import static dev.casewright.conformance.servers.Answers.withHeader;
import static dev.casewright.conformance.servers.Answers.withObjects;
import static dev.casewright.conformance.servers.Answers.withStatus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.conformance.target.Answer;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers that differ from the mock server in what the contract leaves open. */
enum RightServer {
  MORE_FIELDS(
      "Each object has fields that the contract does not know.",
      answer -> withObjects(answer, RightServer::withMoreFields)),
  MORE_HEADERS(
      "Each answer has headers that the contract does not know.",
      answer ->
          withHeader(
              withHeader(answer, "X-Request-Id", "5f2c"),
              "Strict-Transport-Security",
              "max-age=1")),
  OTHER_ORDER(
      "The keys of each object come in reverse order.",
      answer -> withObjects(answer, Answers::inReverseOrder)),
  REFUSES_WITH_403(
      "It says 403 where 401 would do.",
      answer -> answer.status() == 401 ? withStatus(answer, 403) : answer),
  REFUSES_WITH_401(
      "It says 401 where 403 would do.",
      answer -> answer.status() == 403 ? withStatus(answer, 401) : answer),
  OTHER_TEXTS(
      "Its errors have other texts.",
      answer -> answer.isSuccess() ? answer : withObjects(answer, RightServer::withOtherTexts)),
  INVALID_IS_400(
      "It says 400 where 422 would do.",
      answer -> answer.status() == 422 ? withStatus(answer, 400) : answer),
  CHARSET(
      "It names the charset of JSON.",
      answer ->
          Answers.isJson(answer)
              ? withHeader(answer, "Content-Type", "application/json; charset=utf-8")
              : answer);

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final String does;
  private final UnaryOperator<Answer> change;

  RightServer(String does, UnaryOperator<Answer> change) {
    this.does = does;
    this.change = change;
  }

  /** What the suite says of it. */
  Finding findingOn(Bench bench, Predicate<Check> scope) {
    return Finding.of(name(), does, Twist.ofAnswers(change), LONGEST, bench, scope);
  }

  private static ObjectNode withMoreFields(ObjectNode object) {
    return object.put("added_since", 7).set("more", object.objectNode().put("a", true));
  }

  private static ObjectNode withOtherTexts(ObjectNode object) {
    Stream.of("message", "description")
        .filter(name -> object.path(name).isTextual())
        .forEach(name -> object.put(name, "Another text."));
    return object;
  }
}
