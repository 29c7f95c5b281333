package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.Deviation;
import java.util.List;
import java.util.stream.Stream;

/** All deviations of Emedgene. */
public final class EmedgeneDeviations {

  private EmedgeneDeviations() {}

  /**
   * One for each requirement that can be tested.
   *
   * @return an unmodifiable list
   */
  public static List<Deviation> all() {
    return Stream.of(
            AddressDeviations.all(),
            AuthenticationDeviations.all(),
            BodyDeviations.all(),
            CandidateDeviations.all(),
            CaseDetailDeviations.all(),
            CaseDeviations.all(),
            CaseInfoDeviations.all(),
            CaseListDeviations.all(),
            CaseReportDeviations.all(),
            DocumentationDeviations.all(),
            DryRunDeviations.all(),
            ErrorDeviations.all(),
            LoginDeviations.all(),
            ParticipantDeviations.all(),
            PayloadDeviations.all(),
            PresetGroupDeviations.all(),
            SampleDeviations.all(),
            StatusDeviations.all(),
            TransportDeviations.all(),
            UserDeviations.all())
        .flatMap(List::stream)
        .toList();
  }
}
