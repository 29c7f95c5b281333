package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** How the requirements of a case that is created can be broken, and of what becomes of it. */
final class CaseDeviations {

  private static final String NAME = "name";
  private static final String STATUS = "Status";
  private static final String UPLOAD = "should_upload";
  private static final String EMG = "EMG";
  private static final long NAMES = 1_000_000_000;

  private CaseDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "EMG-CASE-01",
            "A created case is answered with 200, as a dry run is.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 201 ? answer.withStatus(200) : answer;
            }),
        Deviation.broken(
            "EMG-CASE-02",
            "The answer to a created case gives the case name in case_name.",
            call -> edited(call, (answer, name) -> JsonEdits.rename(answer, NAME, "case_name"))),
        Deviation.broken(
            "EMG-CASE-03",
            "The answer to a created case gives a name with a hyphen behind EMG, and the one that"
                + " paths take beside it.",
            call ->
                edited(
                    call,
                    (answer, name) ->
                        answer.put(NAME, name.replace(EMG, EMG + "-")).put("case_name", name))),
        Deviation.wrong(
            "EMG-CASE-04",
            "The answer to a created case gives the status in status, with a small s.",
            call -> edited(call, (answer, name) -> JsonEdits.rename(answer, STATUS, "status"))),
        Deviation.wrong(
            "EMG-CASE-05",
            "The answer to a created case gives the name of no case.",
            call ->
                isCreating(call)
                    ? edited(call, (answer, name) -> answer.put(NAME, nameOfNoCase(name, call)))
                    : call.usual()),
        Deviation.wrong(
            "EMG-CASE-06",
            "A case created with should_upload false waits like one created with true.",
            call -> call.usual(withUpload(call, true))),
        Deviation.wrong(
            "EMG-CASE-07",
            "A case that runs begins in in_progress, without uploading.",
            call ->
                moved(
                    call,
                    CaseStatus.UPLOADING,
                    CaseStatus.IN_PROGRESS,
                    (state, file) -> state.setOut(file.name(), file.standing().created()))),
        Deviation.wrong(
            "EMG-CASE-08",
            "A case created with should_upload true runs like one created with false.",
            call -> call.usual(withUpload(call, false))),
        Deviation.wrong(
            "EMG-CASE-09",
            "A case that waits has the status uploading.",
            call ->
                moved(
                    call,
                    CaseStatus.PENDING_SEQUENCING,
                    CaseStatus.UPLOADING,
                    (state, file) -> state)));
  }

  private static boolean isCreating(DeviantCall call) {
    return call.operation().equals("createCase");
  }

  private static MockAnswer edited(DeviantCall call, BiConsumer<ObjectNode, String> edit) {
    MockAnswer answer = call.usual();
    return answer.status() == 201
        ? JsonEdits.edit(answer, created -> edit.accept(created, created.path(NAME).asText()))
        : answer;
  }

  private static String nameOfNoCase(String name, DeviantCall call) {
    long number = Long.parseLong(name.substring(EMG.length()));
    String other;
    do {
      number = (number + 1) % NAMES;
      other = String.format(Locale.ROOT, EMG + "%09d", number);
    } while (call.state().caseNamed(other).isPresent());
    return other;
  }

  private static MockRequest withUpload(DeviantCall call, boolean upload) {
    return JsonEdits.edit(
        call.request(),
        payload -> {
          // What is neither true nor false is left to be refused.
          if (payload.path(UPLOAD).isBoolean() || !payload.has(UPLOAD)) {
            payload.put(UPLOAD, upload);
          }
        });
  }

  /** Puts a case that was created in one status into another, and says so in the answer. */
  private static MockAnswer moved(
      DeviantCall call,
      String from,
      String to,
      BiFunction<SpaceState, CaseFile, SpaceState> further) {
    return edited(
        call,
        (answer, name) -> {
          if (answer.path(STATUS).asText().equals(from)) {
            answer.put(STATUS, to);
            call.space()
                .change(
                    (state, now) -> {
                      CaseFile before = state.caseNamed(name).orElseThrow();
                      CaseFile after =
                          before.withStatus(to, before.standing().created(), before.creator());
                      return new Space.Change<>(further.apply(state.with(after), after), name);
                    });
          }
        });
  }
}
