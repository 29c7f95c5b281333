package dev.casewright.conformance.proof;

import static dev.casewright.conformance.proof.Twists.everyObject;
import static dev.casewright.conformance.proof.Twists.json;
import static dev.casewright.conformance.proof.Twists.withHeader;
import static dev.casewright.conformance.proof.Twists.withStatus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Servers that differ from the mock server in what the contract leaves open. */
enum RightServer {
  MORE_FIELDS(
      answer ->
          json(
              answer,
              body ->
                  everyObject(
                      body,
                      object ->
                          object
                              .put("added_since", 7)
                              .set("more", object.objectNode().put("a", true))))),
  MORE_HEADERS(
      answer ->
          withHeader(
              withHeader(answer, "X-Request-Id", "5f2c"),
              "Strict-Transport-Security",
              "max-age=1")),
  OTHER_ORDER_OF_KEYS(answer -> json(answer, body -> everyObject(body, Twists::inReverseOrder))),
  CREDENTIALS_REFUSED_WITH_403(answer -> answer.status() == 401 ? withStatus(answer, 403) : answer),
  CREDENTIALS_REFUSED_WITH_401(answer -> answer.status() == 403 ? withStatus(answer, 401) : answer),
  OTHER_TEXTS(
      answer ->
          answer.status() < 400
              ? answer
              : json(answer, body -> everyObject(body, RightServer::withOtherTexts))),
  INVALID_VALUES_REFUSED_WITH_400(
      answer -> answer.status() == 422 ? withStatus(answer, 400) : answer),
  CHARSET_BESIDE_THE_MEDIA_TYPE(
      answer ->
          answer.header("Content-Type").equals("application/json")
              ? withHeader(answer, "Content-Type", "application/json; charset=utf-8")
              : answer);

  private final UnaryOperator<Answer> change;

  RightServer(UnaryOperator<Answer> change) {
    this.change = change;
  }

  TwistedServer.Twist twist() {
    return (request, behind) -> Optional.of(change.apply(behind.send(request)));
  }

  private static ObjectNode withOtherTexts(ObjectNode object) {
    for (String name : new String[] {"message", "description"}) {
      if (object.path(name).isTextual()) {
        object.put(name, "Another text.");
      }
    }
    return object;
  }
}
