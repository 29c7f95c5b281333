package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.Report;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives PDFs that are usually refused, refuses those that are given, and changes them. */
final class PdfEdits {

  private PdfEdits() {}

  static MockAnswer given(DeviantCall call, UnaryOperator<MockAnswer> change) {
    MockAnswer usual = call.usual();
    return usual.status() == 200 ? change.apply(usual) : usual;
  }

  static MockAnswer refused(DeviantCall call, Predicate<Report> meant) {
    return given(
        call, usual -> Subjects.report(call).filter(meant).isPresent() ? call.refusal(422) : usual);
  }

  static MockAnswer granted(
      DeviantCall call, Predicate<Report> meant, Function<Report, byte[]> pdf) {
    MockAnswer usual = call.usual();
    return Subjects.report(call)
        .filter(report -> usual.status() == 422 && meant.test(report))
        .map(report -> MockAnswer.pdf("clinical_report_" + report.id() + ".pdf", pdf.apply(report)))
        .orElse(usual);
  }

  static MockAnswer firstHalf(MockAnswer pdf) {
    return pdf.withBody(Arrays.copyOf(pdf.body(), pdf.body().length / 2));
  }

  static boolean wasApproved(Report report) {
    return report.plain().hasNonNull("report_approved_date");
  }
}
