package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;

/** How the documentation page can go wrong (EMG-DOC-01 to EMG-DOC-03). */
final class DocumentationDeviations {

  private DocumentationDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-DOC-01",
            "The documentation page is called plain text.",
            call -> {
              MockAnswer answer = call.usual();
              return AnswerEdits.isSuccess(answer)
                  ? answer.withHeader("Content-Type", "text/plain; charset=utf-8")
                  : answer;
            }),
        Deviation.wrong(
            "EMG-DOC-02",
            "The documentation page is shown to everybody.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 401 ? call.usual(call.withGoodCredentials()) : answer;
            }),
        Deviation.broken(
            "EMG-DOC-03",
            "The documentation page is refused with 403.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 401 ? answer.withStatus(403) : answer;
            }));
  }
}
