package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.Locale;

/** How the requirements of request bodies can be broken. */
final class BodyDeviations {

  private static final String TYPE = "Content-Type";
  private static final String FORM = "application/x-www-form-urlencoded";

  private BodyDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "EMG-BODY-01",
            "A body is not read when the request names no content type.",
            call -> call.has(TYPE) ? call.usual() : unread(call)),
        Deviation.wrong(
            "EMG-BODY-02",
            "A body is not read when the request calls it application/x-www-form-urlencoded.",
            call -> isForm(call) ? unread(call) : call.usual()),
        Deviation.wrong(
            "EMG-BODY-03",
            "A GET call with a body is refused with 403.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 200 && call.request().body().length > 0
                  ? call.refusal(403)
                  : answer;
            }),
        Deviation.broken(
            "EMG-BODY-04",
            "A body that is not JSON is refused with 415.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 400 && isNotJson(call) ? answer.withStatus(415) : answer;
            }));
  }

  private static MockAnswer unread(DeviantCall call) {
    return call.usual(call.request().withBody(new byte[0]));
  }

  private static boolean isForm(DeviantCall call) {
    return call.request().header(TYPE).stream()
        .anyMatch(type -> type.trim().toLowerCase(Locale.ROOT).startsWith(FORM));
  }

  private static boolean isNotJson(DeviantCall call) {
    return call.request().body().length > 0 && JsonEdits.read(call.request()).isEmpty();
  }
}
