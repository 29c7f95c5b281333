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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Servers that differ from the mock server in what the contract leaves open. */
enum RightServer {
  MORE(
      "It sends fields and headers that the contract does not know.",
      answer ->
          withHeader(
              withHeader(withObjects(answer, RightServer::withMoreFields), "X-Request-Id", "5f2c"),
              "Strict-Transport-Security",
              "max-age=1")),
  WRITTEN_OTHERWISE(
      "The keys of each object stand in reverse order, errors have other texts, and the charset of"
          + " JSON is named.",
      answer ->
          withCharset(
              withObjects(
                  withObjects(
                      answer,
                      object -> answer.isSuccess() ? object : RightServer.withOtherTexts(object)),
                  Answers::inReverseOrder))),
  REFUSES_WITH_403(
      "It says 403 where the mock server says 401.",
      answer -> answer.status() == 401 ? withStatus(answer, 403) : answer),
  REFUSES_WITH_401(
      "It says 401 where the mock server says 403.",
      answer -> answer.status() == 403 ? withStatus(answer, 401) : answer);

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

  /** That an object is empty may say something. */
  private static ObjectNode withMoreFields(ObjectNode object) {
    return object.isEmpty()
        ? object
        : object.put("added_since", 7).set("more", object.objectNode().put("a", true));
  }

  private static Answer withCharset(Answer answer) {
    return Answers.isJson(answer)
        ? withHeader(answer, "Content-Type", "application/json; charset=utf-8")
        : answer;
  }

  private static ObjectNode withOtherTexts(ObjectNode object) {
    Stream.of("message", "description")
        .filter(name -> object.path(name).isTextual())
        .forEach(name -> object.put(name, otherText(object.path(name).asText())));
    return object;
  }

  /** The ids that a text names are more than words. */
  private static String otherText(String text) {
    return Pattern.compile("\\w+/\\w+\\d")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(", ", "Another text: ", "."));
  }
}
