package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.SpaceState;

/** Finds the case that a path names. */
final class CaseFinder {

  private CaseFinder() {}

  static String name(Call call) {
    return call.variable("case_name");
  }

  /** EMG-ERR-04, EMG-ERR-05, EMG-STAT-13: unknown, of another organisation, in the trash: 404. */
  static CaseFile find(SpaceState state, Call call) {
    CaseFile file = findInTrashToo(state, call);
    if (file.status().equals(CaseStatus.TRASH)) {
      throw noSuchCase("EMG-STAT-12", "EMG-STAT-13");
    }
    return file;
  }

  static CaseFile findInTrashToo(SpaceState state, Call call) {
    CaseFile file =
        state.caseNamed(name(call)).orElseThrow(() -> noSuchCase("EMG-ERR-04", "EMG-ERR-05"));
    String name = file.name();
    String status = file.status();
    call.trace().state(() -> "case " + name + " " + status);
    return file;
  }

  /** A finalized case takes no changes (EMG-PART-07, EMG-PRESET-08). */
  static CaseFile findToChange(SpaceState state, Call call) {
    CaseFile file = find(state, call);
    if (file.status().equals(CaseStatus.FINALIZED)) {
      throw new Refusal(
          400,
          "The case is finalized and read-only. Set another status first, then change it.",
          call.operation().id().equals("assignParticipants")
              ? new String[] {"EMG-PART-07"}
              : new String[] {"EMG-PRESET-08", "EMG-PRESET-09"});
    }
    return file;
  }

  private static Refusal noSuchCase(String... requirements) {
    return new Refusal(
        404,
        "There is no such case, or it is in the trash. List the cases to see which there are.",
        requirements);
  }
}
