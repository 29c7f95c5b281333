package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the requirements of error answers can be broken. */
final class ErrorDeviations {

  private ErrorDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-ERR-01",
            "An error answer is the bare text of its message.",
            call -> error(call.usual(), ErrorDeviations::bareText)),
        Deviation.broken(
            "EMG-ERR-02",
            "An error answer holds its text in error.",
            call ->
                error(
                    call.usual(),
                    answer ->
                        JsonEdits.edit(
                            answer, body -> JsonEdits.rename(body, "message", "error")))),
        Deviation.broken(
            "EMG-ERR-03",
            "An address below /api that is not part of the API is answered with 400.",
            call -> call.described().isPresent() ? call.usual() : insteadOf404(call, 400)),
        Deviation.broken(
            "EMG-ERR-04",
            "A case name that does not exist is answered with 400.",
            call -> isOfNobody(call) ? insteadOf404(call, 400) : call.usual()),
        Deviation.wrong(
            "EMG-ERR-05",
            "A case of another organisation is answered with 403.",
            call -> isOfAnother(call) ? insteadOf404(call, 403) : call.usual()));
  }

  private static MockAnswer bareText(MockAnswer answer) {
    String text = answer.json().map(body -> body.path("message").asText()).orElse("Refused.");
    return new MockAnswer(
        answer.status(),
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isOfNobody(DeviantCall call) {
    return !isOfOwn(call) && !isOfAnother(call);
  }

  private static boolean isOfAnother(DeviantCall call) {
    return !isOfOwn(call)
        && call.otherSpaces().stream()
            .anyMatch(space -> space.state().caseNamed(caseName(call)).isPresent());
  }

  private static boolean isOfOwn(DeviantCall call) {
    return call.state().caseNamed(caseName(call)).isPresent();
  }

  private static String caseName(DeviantCall call) {
    return call.variable("case_name").orElse("");
  }

  private static MockAnswer error(MockAnswer answer, UnaryOperator<MockAnswer> change) {
    return answer.status() >= 400 ? change.apply(answer) : answer;
  }

  private static MockAnswer insteadOf404(DeviantCall call, int status) {
    MockAnswer answer = call.usual();
    return answer.status() == 404 ? answer.withStatus(status) : answer;
  }
}
