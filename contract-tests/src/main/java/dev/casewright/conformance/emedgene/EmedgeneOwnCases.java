package dev.casewright.conformance.emedgene;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.Optional;

/**
 * Cases to change, made for the purpose. Where the target makes none that can be read, listed ones
 * take their place, but only on a target that was made for the run: a listed case of any other may
 * be a patient's.
 */
final class EmedgeneOwnCases {

  private static final String OF_A_NEW_CASE = "pending-sequencing";

  private final EmedgeneTarget target;
  private final TargetControl control;
  private final EmedgeneCases cases;

  EmedgeneOwnCases(TargetControl control) {
    this.target = control.emedgene();
    this.control = control;
    this.cases = new EmedgeneCases(target);
  }

  /** Sends a payload. */
  Answer create(ObjectNode payload) {
    control.needs(Effect.CREATE);
    return target.post("/api/cases/v2/cases", payload.toString());
  }

  /** The name of the case that a payload made, if it can be read under it. */
  Optional<String> made(ObjectNode payload) {
    Answer answer = create(payload);
    return EmedgeneAnswers.isSuccess(answer)
        ? EmedgeneAnswers.caseNameIn(EmedgeneAnswers.jsonOf(answer))
            .filter(name -> cases.find(name).isPresent())
        : Optional.empty();
  }

  /** A case with a preset group that takes changes other than of its status. */
  String open() {
    return made(EmedgenePayload.waiting()).orElseGet(() -> listed("delivered"));
  }

  /** A case that was there before, to be read only. */
  String any() {
    return cases.any();
  }

  /** One case for all requests that a server has to refuse, with a preset group. */
  String toBeRefused() {
    return control.isMadeForTheRun()
        ? cases.any(
            "delivered case with a preset group",
            detail ->
                detail.path("status").asText().equals("delivered")
                    && !detail.path("selected_preset_set").asText("").isEmpty())
        : target.memory().kept("case of our own", String.class, this::open);
  }

  /** A case in a status that was there before the check; it changed long enough ago to tell. */
  String olderIn(String status) {
    return listed(status);
  }

  /** A delivered case with a preset group. */
  String delivered() {
    return in("delivered");
  }

  /** A finalized case with a preset group, finalized by the documented call if that works. */
  String finalized() {
    String name = delivered();
    return EmedgeneAnswers.isSuccess(setStatus(name, "finalized")) ? name : in("finalized");
  }

  /** A case that was put into a status that no documented call leads to in time. */
  String in(String status) {
    if (!control.isMadeForTheRun() && status.equals(OF_A_NEW_CASE)) {
      return toBeRefused();
    }
    needsMock();
    Optional<String> made = made(EmedgenePayload.waiting());
    made.ifPresent(name -> control.setCaseStatus(name, status));
    return made.orElseGet(() -> listed(status));
  }

  /** Sets a status as a user does. */
  Answer setStatus(String caseName, String status) {
    control.needs(Effect.CHANGE);
    return target.put("/api/test/" + caseName, "{\"status\":\"" + status + "\"}");
  }

  private String listed(String status) {
    needsMock();
    return cases.any(status);
  }

  private void needsMock() {
    if (!control.isMadeForTheRun()) {
      abort(
          "It needs a case of its own in a status that no documented call leads to in time: only"
              + " the mock server's admin API can make one (--mock-control).");
    }
  }
}
