package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How the requirements of the two logins can be broken. */
final class LoginDeviations {

  private static final String LOGIN = "login";
  private static final String TOKEN = "access_token";
  private static final String KIND = "token_type";
  private static final String HEADER = "Authorization";

  private LoginDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-AUTH-01",
            "A login with a valid user name and password is answered with 201.",
            call -> granted(call.usual(), answer -> answer.withStatus(201))),
        Deviation.broken(
            "EMG-AUTH-02",
            "The login answer holds the token in accessToken.",
            call -> edited(call, answer -> JsonEdits.rename(answer, TOKEN, "accessToken"))),
        Deviation.broken(
            "EMG-AUTH-03",
            "The login answer holds the kind of token in tokenType.",
            call -> edited(call, answer -> JsonEdits.rename(answer, KIND, "tokenType"))),
        Deviation.wrong(
            "EMG-AUTH-04",
            "The login answer calls the kind of token \"token\", a scheme that is not accepted.",
            call -> edited(call, answer -> answer.put(KIND, "token"))),
        Deviation.wrong(
            "EMG-AUTH-15",
            "Issued tokens end with a space.",
            call ->
                edited(
                    call,
                    answer -> {
                      String member = tokenMember(call);
                      answer.put(member, answer.path(member).asText() + " ");
                    })),
        Deviation.wrong(
            "EMG-AUTH-16",
            "The answer to a login with a wrong password holds a token that is good.",
            LoginDeviations::tokenForAWrongPassword),
        Deviation.wrong(
            "EMG-AUTH-17",
            "A login with a wrong password is refused with 400.",
            call -> refused(call, 401, 400)),
        Deviation.wrong(
            "EMG-AUTH-18",
            "A login without a user name or without a password is refused with 401.",
            call -> lacksCredentials(call) ? refused(call, 400, 401) : call.usual()),
        Deviation.wrong(
            "EMG-AUTH-19",
            "A login that carries an empty Authorization header is refused with 401.",
            call ->
                call.request().header(HEADER).isEmpty() || call.has(HEADER)
                    ? call.usual()
                    : granted(call.usual(), answer -> call.refusal(401))),
        Deviation.wrong(
            "EMG-AUTH-20",
            "A login that carries an Authorization header with an invalid token is refused with"
                + " 401.",
            call ->
                call.has(HEADER) && !AuthenticationDeviations.bringsGoodToken(call)
                    ? granted(call.usual(), answer -> call.refusal(401))
                    : call.usual()),
        Deviation.broken(
            "EMG-AUTH-21",
            "The version 1 answer spells the member authorization in lower case.",
            call -> edited(call, answer -> JsonEdits.rename(answer, HEADER, "authorization"))),
        Deviation.wrong(
            "EMG-AUTH-22",
            "The value of Authorization in the version 1 answer begins with bearer in lower case.",
            call -> edited(call, answer -> answer.put(HEADER, "bearer " + tokenIn(answer)))),
        Deviation.wrong(
            "EMG-AUTH-23",
            "The version 1 answer puts its token in quotation marks, with which it is not"
                + " accepted.",
            call ->
                edited(call, answer -> answer.put(HEADER, "Bearer \"" + tokenIn(answer) + '"'))));
  }

  private static MockAnswer tokenForAWrongPassword(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (answer.status() != 401) {
      return answer;
    }
    String header = call.withGoodCredentials().header(HEADER).get(0);
    String value = call.operation().equals(LOGIN) ? header.split(" ")[1] : header;
    return JsonEdits.edit(answer, refusal -> refusal.put(tokenMember(call), value));
  }

  private static boolean lacksCredentials(DeviantCall call) {
    return JsonEdits.read(call.request())
        .filter(body -> !hasText(body, "username") || !hasText(body, "password"))
        .isPresent();
  }

  private static boolean hasText(JsonNode body, String member) {
    return body.path(member).isTextual() && !body.path(member).asText().isEmpty();
  }

  private static MockAnswer edited(DeviantCall call, Consumer<ObjectNode> edit) {
    return granted(call.usual(), answer -> JsonEdits.edit(answer, edit));
  }

  private static MockAnswer granted(MockAnswer answer, UnaryOperator<MockAnswer> change) {
    return answer.status() == 200 ? change.apply(answer) : answer;
  }

  private static MockAnswer refused(DeviantCall call, int status, int instead) {
    MockAnswer answer = call.usual();
    return answer.status() == status ? answer.withStatus(instead) : answer;
  }

  private static String tokenMember(DeviantCall call) {
    return call.operation().equals(LOGIN) ? TOKEN : HEADER;
  }

  private static String tokenIn(ObjectNode answer) {
    return answer.path(HEADER).asText().substring("Bearer ".length());
  }
}
