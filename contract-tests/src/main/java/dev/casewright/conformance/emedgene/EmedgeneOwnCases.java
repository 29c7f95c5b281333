package dev.casewright.conformance.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.Optional;

/**
 * Cases to change, made for the purpose; where the target makes none that can be read, listed ones.
 */
final class EmedgeneOwnCases {

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
    return made(EmedgenePayload.waiting()).orElseGet(() -> cases.any("delivered"));
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
    Optional<String> made = made(EmedgenePayload.waiting());
    made.ifPresent(name -> control.setCaseStatus(name, status));
    return made.orElseGet(() -> cases.any(status));
  }

  /** Sets a status as a user does. */
  Answer setStatus(String caseName, String status) {
    return target.put("/api/test/" + caseName, "{\"status\":\"" + status + "\"}");
  }
}
