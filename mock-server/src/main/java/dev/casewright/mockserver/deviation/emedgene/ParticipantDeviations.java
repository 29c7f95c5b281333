package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Space;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** How the requirements of participants can be broken. */
final class ParticipantDeviations {

  private static final String ASSIGN = "assign";
  private static final String ACTION = "action";
  private static final String IDS = "ids";

  private ParticipantDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-PART-01",
            "Assigning users by their ids is answered with 201.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 200 ? answer.withStatus(201) : answer;
            }),
        Deviation.wrong(
            "EMG-PART-02",
            "Assigning is answered as if it were done, and nobody is assigned.",
            call -> isAssigning(call) ? call.withoutEffect() : call.usual()),
        Deviation.wrong(
            "EMG-PART-03",
            "Assigned users take the place of those who were assigned before.",
            call -> isAssigning(call) ? replacing(call) : call.usual()),
        Deviation.wrong(
            "EMG-PART-04",
            "An id that belongs to no user of the organisation is passed over.",
            call -> call.usual(edited(call, body -> passOverStrangers(body, call)))),
        Deviation.wrong(
            "EMG-PART-05",
            "Every action is taken for assign.",
            call ->
                call.usual(
                    edited(
                        call,
                        body -> body.path(ACTION).isTextual() ? body.put(ACTION, ASSIGN) : body))),
        Deviation.wrong(
            "EMG-PART-06",
            "A body without an action assigns, and one without ids assigns nobody.",
            call -> call.usual(edited(call, ParticipantDeviations::completed))),
        Deviation.wrong(
            "EMG-PART-07",
            "Users are assigned to a finalized case too.",
            ParticipantDeviations::assigningToFinalized));
  }

  private static boolean isAssigning(DeviantCall call) {
    return call.operation().equals("assignParticipants");
  }

  private static MockAnswer replacing(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (answer.status() == 200) {
      List<OrgUser> named = named(call.body().path(IDS), call);
      change(call, (file, now) -> withOnly(named, file));
    }
    return answer;
  }

  private static CaseFile withOnly(List<OrgUser> participants, CaseFile file) {
    return new CaseFile(
        file.name(),
        file.fields(),
        file.creator(),
        file.standing(),
        participants,
        file.presetGroups(),
        file.candidates());
  }

  private static ObjectNode passOverStrangers(ObjectNode body, DeviantCall call) {
    ArrayNode known = Json.array();
    for (JsonNode id : body.path(IDS)) {
      // What is no id at all is left to be refused.
      if (!id.isIntegralNumber() || id.asLong() < 1 || user(id, call).isPresent()) {
        known.add(id);
      }
    }
    return body.path(IDS).isArray() ? body.set(IDS, known) : body;
  }

  private static ObjectNode completed(ObjectNode body) {
    if (!body.has(ACTION)) {
      body.put(ACTION, ASSIGN);
    }
    if (!body.has(IDS)) {
      body.putArray(IDS);
    }
    return body;
  }

  private static MockAnswer assigningToFinalized(DeviantCall call) {
    MockAnswer answer = call.usual();
    JsonNode ids = call.body().path(IDS);
    List<OrgUser> named = named(ids, call);
    boolean otherwiseGood =
        JsonEdits.read(call.request()).isPresent()
            && call.body().path(ACTION).asText().equals(ASSIGN)
            && ids.isArray()
            && named.size() == ids.size();
    boolean isFinalized =
        file(call).filter(file -> file.status().equals(CaseStatus.FINALIZED)).isPresent();
    if (answer.status() != 400 || !otherwiseGood || !isFinalized) {
      return answer;
    }
    change(call, (file, now) -> file.withParticipants(named, now));
    return MockAnswer.json(200, Json.object());
  }

  private static void change(DeviantCall call, BiFunction<CaseFile, Instant, CaseFile> change) {
    call.space()
        .change(
            (state, now) ->
                new Space.Change<>(
                    state
                        .caseNamed(caseName(call))
                        .map(file -> state.with(change.apply(file, now)))
                        .orElse(state),
                    caseName(call)));
  }

  private static List<OrgUser> named(JsonNode ids, DeviantCall call) {
    return ids.valueStream().flatMap(id -> user(id, call).stream()).toList();
  }

  private static Optional<OrgUser> user(JsonNode id, DeviantCall call) {
    return call.state().organisation().users().stream()
        .filter(user -> id.canConvertToLong() && user.id() == id.asLong())
        .findFirst();
  }

  private static Optional<CaseFile> file(DeviantCall call) {
    return call.state().caseNamed(caseName(call));
  }

  private static String caseName(DeviantCall call) {
    return call.variable("case_name").orElse("");
  }

  private static MockRequest edited(DeviantCall call, UnaryOperator<ObjectNode> edit) {
    return JsonEdits.edit(call.request(), edit::apply);
  }
}
