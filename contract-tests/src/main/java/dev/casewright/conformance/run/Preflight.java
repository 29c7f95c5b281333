package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.MockControlException;
import dev.casewright.conformance.target.MockSpaces;
import dev.casewright.conformance.target.NoAnswerException;
import dev.casewright.conformance.target.OpalTarget;
import java.util.function.Supplier;

/**
 * Finds out before the checks whether a target can be checked at all. What a server answers else is
 * for the checks to judge.
 */
final class Preflight {

  private Preflight() {}

  /** Lists one report. */
  static void opal(OpalTarget opal, String variables) {
    look("The Opal API", "--opal-url", variables, () -> opal.get("/reports?limit=1"));
  }

  /** Logs in. */
  static void emedgene(EmedgeneTarget emedgene, String variables) {
    look(
        "The Emedgene API",
        "--emedgene-url",
        variables,
        () -> emedgene.login(emedgene.username(), emedgene.password()));
  }

  /** Makes the shared space. */
  static void mock(MockSpaces spaces) {
    String what = "The admin API of the mock server";
    try {
      spaces.open();
    } catch (NoAnswerException none) {
      throw new TargetUnreachableException(
          what, none.getMessage(), "Check --mock-control and the network.");
    } catch (MockControlException refused) {
      throw new TargetUnreachableException(
          what, refused.getMessage(), "There has to be a mock server at that address.");
    }
  }

  private static void look(String what, String option, String variables, Supplier<Answer> request) {
    try {
      int status = request.get().status();
      if (status == 401 || status == 403) {
        throw new CredentialsRefusedException(what, status, "Check " + variables + ".");
      }
    } catch (NoAnswerException none) {
      if (none.isUnreachable()) {
        throw new TargetUnreachableException(
            what, none.getMessage(), "Check " + option + ", --ca and the network.");
      }
    }
  }
}
