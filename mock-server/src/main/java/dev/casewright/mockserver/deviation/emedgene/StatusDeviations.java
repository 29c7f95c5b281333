package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.Space;
import java.util.List;
import java.util.Optional;

/** How the status of a case can go wrong (EMG-STAT-01 to EMG-STAT-15). */
final class StatusDeviations {

  private static final String UPDATE = "updateCaseStatus";
  private static final String CUSTOM = "custom_status_1";
  private static final int ACCEPTED = 202;
  private static final int CONFLICT = 409;
  private static final int GONE = 410;

  private StatusDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-STAT-01",
            "Setting custom_status_1 is answered with 202.",
            accepted((file, status) -> status.equals(CUSTOM))),
        shown("EMG-STAT-02", "After an update the case shows the status that it had.", "status"),
        Deviation.broken(
            "EMG-STAT-03",
            "Setting finalized is answered with 202.",
            accepted((file, status) -> status.equals(CaseStatus.FINALIZED))),
        Deviation.broken(
            "EMG-STAT-04",
            "Setting a reviewed case back to delivered is answered with 202.",
            accepted((file, status) -> isReviewed(file) && status.equals(CaseStatus.DELIVERED))),
        Deviation.broken(
            "EMG-STAT-05",
            "Setting move_to_trash is answered with 202.",
            accepted((file, status) -> status.equals(CaseStatus.TRASH))),
        Deviation.wrong(
            "EMG-STAT-06",
            "A status that the system controls is set like any other.",
            taken(StatusDeviations::isSystemStatusOnUsersCase)),
        Deviation.broken(
            "EMG-STAT-07",
            "A status that the system controls is refused with 409.",
            call -> {
              boolean applies = test(call, StatusDeviations::isSystemStatusOnUsersCase);
              MockAnswer answer = call.usual();
              return applies && answer.status() == 400 ? answer.withStatus(CONFLICT) : answer;
            }),
        Deviation.wrong(
            "EMG-STAT-08",
            "A status that the organisation does not have is set like any other.",
            call -> {
              Organisation organisation = call.state().organisation();
              return taken(
                      (file, status) ->
                          !CaseStatus.isOfTheSystem(file.status())
                              && !CaseStatus.isKnown(status, organisation))
                  .answer(call);
            }),
        Deviation.wrong(
            "EMG-STAT-09",
            "A user can set the status of a case whose status the system controls.",
            call -> {
              Organisation organisation = call.state().organisation();
              return taken(
                      (file, status) ->
                          CaseStatus.isOfTheSystem(file.status())
                              && !CaseStatus.isOfTheSystem(status)
                              && CaseStatus.isKnown(status, organisation))
                  .answer(call);
            }),
        shown(
            "EMG-STAT-10",
            "A change of status leaves status_change_date as it was.",
            "status_change_date"),
        Deviation.wrong(
            "EMG-STAT-11",
            "A case that was finalized takes no preset group, whatever its status is now.",
            StatusDeviations::staysReadOnly),
        Deviation.wrong(
            "EMG-STAT-12", "A case in the trash can be read.", StatusDeviations::readsTrash),
        Deviation.broken(
            "EMG-STAT-13",
            "Reading a case in the trash is answered with 410.",
            call -> {
              MockAnswer answer = call.usual();
              boolean inTrash = CalledCase.of(call).filter(CalledCase::isInTrash).isPresent();
              return inTrash && answer.status() == 404 ? answer.withStatus(GONE) : answer;
            }),
        Deviation.wrong(
            "EMG-STAT-14",
            "A case stays in the trash whatever status is set.",
            call ->
                call.operation().equals(UPDATE)
                        && test(call, (file, status) -> CalledCase.isInTrash(file))
                    ? call.withoutEffect()
                    : call.usual()),
        Deviation.wrong(
            "EMG-STAT-15",
            "A body without status is accepted and changes nothing.",
            call -> {
              MockAnswer answer = call.usual();
              boolean without = call.body().isObject() && !call.body().has("status");
              return without && answer.status() == 400 && CalledCase.of(call).isPresent()
                  ? done()
                  : answer;
            }));
  }

  /** What a setting of a status is about: the case as it is before, and the status to set. */
  @FunctionalInterface
  private interface Setting {
    boolean fits(CaseFile before, String status);
  }

  private static boolean test(DeviantCall call, Setting setting) {
    return call.body().path("status").isTextual()
        && CalledCase.of(call).filter(file -> setting.fits(file, status(call))).isPresent();
  }

  private static String status(DeviantCall call) {
    return call.body().path("status").asText();
  }

  private static boolean isReviewed(CaseFile file) {
    return !CaseStatus.isOfTheSystem(file.status())
        && !file.status().equals(CaseStatus.DELIVERED)
        && !CalledCase.isInTrash(file);
  }

  private static boolean isSystemStatusOnUsersCase(CaseFile file, String status) {
    return CaseStatus.isOfTheSystem(status) && !CaseStatus.isOfTheSystem(file.status());
  }

  private static MockAnswer done() {
    return MockAnswer.json(200, Json.object());
  }

  private static Behaviour accepted(Setting setting) {
    return call -> {
      boolean applies = test(call, setting);
      MockAnswer answer = call.usual();
      return applies && AnswerEdits.isSuccess(answer) ? answer.withStatus(ACCEPTED) : answer;
    };
  }

  /** Sets what would be refused; a case on its way stops there. */
  private static Behaviour taken(Setting setting) {
    return call -> {
      boolean applies = test(call, setting);
      MockAnswer answer = call.usual();
      if (!applies || answer.status() != 400 || !CalledCase.isAllThatIsWrong(call)) {
        return answer;
      }
      String name = CalledCase.of(call).orElseThrow().name();
      OrgUser user = call.state().organisation().demoUser();
      call.space()
          .change(
              (state, now) -> {
                CaseFile file = state.caseNamed(name).orElseThrow();
                return new Space.Change<>(
                    state.halt(name).with(file.withStatus(status(call), now, user)), name);
              });
      return done();
    };
  }

  /** After an update, the case shows a member as it was before, and all else as it is. */
  private static Deviation shown(String requirement, String summary, String member) {
    return Deviation.wrong(
        requirement,
        summary,
        call -> {
          if (!call.operation().equals(UPDATE)) {
            return AnswerEdits.edited(
                call.usual(),
                detail ->
                    CalledCase.of(call)
                        .flatMap(file -> CalledCase.note(call, file))
                        .ifPresent(before -> detail.put(member, before)));
          }
          Optional<CaseFile> before = CalledCase.of(call);
          Optional<String> shownBefore = before.flatMap(file -> CalledCase.note(call, file));
          MockAnswer answer = call.usual();
          Optional<CaseFile> after = CalledCase.of(call);
          if (AnswerEdits.isSuccess(answer) && isChanged(before, after)) {
            ObjectNode detail = before.orElseThrow().detail(call.state().organisation());
            String old =
                member.equals("status")
                    ? detail.path(member).asText()
                    : shownBefore.orElse(detail.path(member).asText());
            CaseFile file = after.orElseThrow();
            CalledCase.write(call, file, old);
          }
          return answer;
        });
  }

  private static boolean isChanged(Optional<CaseFile> before, Optional<CaseFile> after) {
    return !before.map(CaseFile::status).equals(after.map(CaseFile::status));
  }

  /** That a case was finalized is handed on from one status to the next. */
  private static MockAnswer staysReadOnly(DeviantCall call) {
    Optional<CaseFile> before = CalledCase.of(call);
    boolean wasFinalized =
        before
            .filter(file -> CalledCase.isFinalized(file) || CalledCase.note(call, file).isPresent())
            .isPresent();
    if (!call.operation().equals(UPDATE)) {
      return wasFinalized ? AnswerEdits.refused(same -> true).answer(call) : call.usual();
    }
    MockAnswer answer = call.usual();
    if (wasFinalized && AnswerEdits.isSuccess(answer)) {
      CalledCase.of(call).ifPresent(file -> CalledCase.write(call, file, CaseStatus.FINALIZED));
    }
    return answer;
  }

  private static MockAnswer readsTrash(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (answer.status() != 404) {
      return answer;
    }
    return CalledCase.of(call)
        .filter(CalledCase::isInTrash)
        .map(file -> MockAnswer.json(200, reading(call, file)))
        .orElse(answer);
  }

  private static ObjectNode reading(DeviantCall call, CaseFile file) {
    return switch (call.operation()) {
      case "getCase" -> file.detail(call.state().organisation());
      case "getCaseInfo" -> file.info();
      default -> {
        ObjectNode candidates = Json.object();
        candidates.set("variants", file.candidates());
        yield candidates;
      }
    };
  }
}
