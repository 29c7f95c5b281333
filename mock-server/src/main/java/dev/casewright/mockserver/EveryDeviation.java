package dev.casewright.mockserver;

import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.UnknownDeviation;
import dev.casewright.mockserver.deviation.emedgene.EmedgeneDeviations;
import dev.casewright.mockserver.deviation.opal.OpalDeviations;
import java.util.ArrayList;
import java.util.List;

/** The deviations that this server has. */
final class EveryDeviation {

  private EveryDeviation() {}

  static List<Deviation> all() {
    List<Deviation> all = new ArrayList<>(OpalDeviations.all());
    all.addAll(EmedgeneDeviations.all());
    return all;
  }

  /**
   * An id, if its requirement can be broken.
   *
   * @throws dev.casewright.mockserver.route.InvalidSettingException if it cannot
   */
  static String checked(String requirement) {
    List<String> ids = all().stream().map(Deviation::requirement).toList();
    if (!ids.contains(requirement)) {
      throw UnknownDeviation.of(requirement, ids);
    }
    return requirement;
  }
}
