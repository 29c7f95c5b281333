package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.Deviation;
import java.util.List;

/** All deviations of Opal. */
public final class OpalDeviations {

  private OpalDeviations() {}

  /**
   * One for each requirement that can be tested, in the order of the register.
   *
   * @return an unmodifiable list
   */
  public static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "OPAL-AUTH-02",
            "A request without credentials is refused with 403.",
            call -> call.has("Authorization") ? call.usual() : call.usual().withStatus(403)));
  }
}
