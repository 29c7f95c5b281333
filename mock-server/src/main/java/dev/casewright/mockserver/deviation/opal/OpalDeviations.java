package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.Deviation;
import java.util.List;
import java.util.stream.Stream;

/** All deviations of Opal. */
public final class OpalDeviations {

  private OpalDeviations() {}

  /**
   * One for each requirement that can be tested, in the order of the register.
   *
   * @return an unmodifiable list
   */
  public static List<Deviation> all() {
    return Stream.of(
            TransportDeviations.all(),
            AuthenticationDeviations.all(),
            RefusalDeviations.all(),
            AddressDeviations.all(),
            TimeDeviations.all(),
            ListDeviations.all(),
            FilterDeviations.all(),
            TypeAndStatusDeviations.all(),
            OrderDeviations.all(),
            PagingDeviations.all(),
            ReportDeviations.all(),
            ExtendedReportDeviations.all(),
            FinalPdfDeviations.all(),
            PreviewPdfDeviations.all(),
            PdfFileDeviations.all())
        .flatMap(List::stream)
        .toList();
  }
}
