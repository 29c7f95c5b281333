package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.emedgene.CaseReports;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.space.CaseFile;
import java.util.List;
import java.util.Optional;

/** How reports can go wrong (EMG-REP-01 to EMG-REP-09). */
final class CaseReportDeviations {

  private static final String DISPOSITION = "Content-Disposition";
  private static final int NON_AUTHORITATIVE = 203;
  private static final int CONFLICT = 409;

  /** Of the segments of {@code /api/test/v2/{case_name}/reports/{report_type}/{report_id}}. */
  private static final int PLACE_OF_TYPE = 6;

  private static final int PLACE_OF_ID = 7;

  private CaseReportDeviations() {}

  static List<Deviation> all() {
    CaseReports reports = new CaseReports(new ReportPdf());
    return List.of(
        Deviation.broken(
            "EMG-REP-01",
            "A report of a finalized case is answered with 203.",
            AnswerEdits.grantedWith(NON_AUTHORITATIVE)),
        Deviation.wrong(
            "EMG-REP-02",
            "A report of a case that is not finalized is given.",
            call -> ofUnfinished(call, reports)),
        Deviation.broken(
            "EMG-REP-03",
            "The report of a case that is not finalized is refused with 409.",
            call -> {
              MockAnswer answer = call.usual();
              return unfinished(call, answer).isPresent() ? answer.withStatus(CONFLICT) : answer;
            }),
        Deviation.broken(
            "EMG-REP-04",
            "A PDF report is called application/octet-stream.",
            call -> {
              MockAnswer answer = call.usual();
              return isOfType(call, "pdf") && AnswerEdits.isSuccess(answer)
                  ? answer.withHeader("Content-Type", "application/octet-stream")
                  : answer;
            }),
        Deviation.broken(
            "EMG-REP-05",
            "A JSON report comes in an array.",
            call -> {
              MockAnswer answer = call.usual();
              return isOfType(call, "json") && AnswerEdits.isSuccess(answer)
                  ? answer.withBody(Json.bytes(Json.array().add(answer.json().orElseThrow())))
                  : answer;
            }),
        Deviation.wrong(
            "EMG-REP-06",
            "A report type that does not exist gives the JSON report.",
            call -> insteadOfNone(call, PLACE_OF_TYPE, "json")),
        Deviation.wrong(
            "EMG-REP-07",
            "A report id that does not exist gives the report 1.",
            call -> insteadOfNone(call, PLACE_OF_ID, "1")),
        Deviation.broken(
            "EMG-REP-08",
            "A report that is fetched again comes empty.",
            CaseReportDeviations::emptyAgain),
        Deviation.wrong(
            "EMG-REP-09",
            "The PDF answer names its file in quotes.",
            call -> {
              MockAnswer answer = call.usual();
              return answer
                  .header(DISPOSITION)
                  .map(
                      value ->
                          answer.withHeader(
                              DISPOSITION, value.replaceFirst("filename=(.*)", "filename=\"$1\"")))
                  .orElse(answer);
            }));
  }

  private static boolean isOfType(DeviantCall call, String type) {
    return call.variable("report_type").filter(type::equals).isPresent();
  }

  /** The case whose report is refused because the case is not finalized. */
  private static Optional<CaseFile> unfinished(DeviantCall call, MockAnswer answer) {
    return CalledCase.of(call)
        .filter(file -> answer.status() == 400)
        .filter(file -> !CalledCase.isFinalized(file) && !CalledCase.isInTrash(file));
  }

  private static MockAnswer ofUnfinished(DeviantCall call, CaseReports reports) {
    MockAnswer answer = call.usual();
    return unfinished(call, answer)
        .map(
            file -> {
              try {
                return reports.report(
                    file,
                    call.state().organisation(),
                    call.variable("report_type").orElse(""),
                    call.variable("report_id").orElse(""));
              } catch (Refusal noSuchReport) {
                return answer;
              }
            })
        .orElse(answer);
  }

  private static MockAnswer insteadOfNone(DeviantCall call, int place, String known) {
    MockAnswer answer = call.usual();
    if (answer.status() != 404) {
      return answer;
    }
    MockAnswer other = call.usual(CalledCase.withSegment(call.request(), place, known));
    return AnswerEdits.isSuccess(other) ? other : answer;
  }

  private static MockAnswer emptyAgain(DeviantCall call) {
    MockAnswer answer = call.usual();
    Optional<CaseFile> file = CalledCase.of(call);
    if (!AnswerEdits.isSuccess(answer) || file.isEmpty()) {
      return answer;
    }
    String report =
        " " + call.variable("report_type").orElse("") + "/" + call.variable("report_id").orElse("");
    String fetched = CalledCase.note(call, file.get()).orElse("");
    if ((fetched + " ").contains(report + " ")) {
      return answer.withBody(new byte[0]);
    }
    CalledCase.write(call, file.get(), fetched + report);
    return answer;
  }
}
