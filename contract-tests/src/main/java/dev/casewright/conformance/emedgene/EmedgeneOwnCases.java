package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
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

  /**
   * A case for a request to set a status that no case takes. Where no case of one's own can be had
   * in a status that users leave, one that waits does: it takes no other either.
   */
  String toRefuse(String status) {
    if (control.isMadeForTheRun()) {
      return delivered();
    }
    assumeTrue(
        !status.equals(OF_A_NEW_CASE),
        "The only case of its own that can be had in time has this status already.");
    return toBeRefused();
  }

  /** A case that was made to wait. */
  Optional<String> waiting() {
    return control.isMadeForTheRun() ? made(EmedgenePayload.waiting()) : Optional.of(toBeRefused());
  }

  /**
   * A case in the trash: one that the check puts there, or else, to be read only, one that the list
   * tells of.
   */
  String inTheTrash() {
    return control.isMadeForTheRun() ? putIntoTheTrash() : cases.anyInTheTrash();
  }

  /** A case that a user moved to the trash. */
  String putIntoTheTrash() {
    String name = delivered();
    assumeTrue(
        EmedgeneAnswers.isSuccess(setStatus(name, EmedgeneCases.TRASH)),
        "No case can be moved to the trash.");
    return name;
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
    needsMock(status);
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
    needsMock(status);
    return cases.any(status);
  }

  private void needsMock(String status) {
    if (!control.isMadeForTheRun()) {
      abort(
          "It changes a case in the status "
              + status
              + ", which has to be its own: no documented call leads there in time, only the mock"
              + " server's admin API does (--mock-control).");
    }
  }
}
