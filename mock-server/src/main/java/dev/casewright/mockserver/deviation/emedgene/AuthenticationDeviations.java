package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.List;
import java.util.function.Predicate;

/** How the requirements of the token that calls carry can be broken. */
final class AuthenticationDeviations {

  private static final String STANDARD = "Authorization";
  private static final String VENDORS = "Emgauthorization";
  private static final String SCHEME = "Bearer ";

  private AuthenticationDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "EMG-AUTH-05",
            "A bearer scheme that is not written Bearer is not known.",
            call -> call.usual(without(call.request(), AuthenticationDeviations::isOddlySpelt))),
        Deviation.wrong(
            "EMG-AUTH-06",
            "A token in the header Emgauthorization is not looked at without Authorization.",
            call ->
                call.has(STANDARD)
                    ? call.usual()
                    : call.usual(call.request().withoutHeader(VENDORS))),
        Deviation.wrong(
            "EMG-AUTH-07",
            "When both credential headers come, both must hold a valid token.",
            call -> disagrees(call) ? call.refusal(401) : call.usual()),
        Deviation.wrong(
            "EMG-AUTH-08",
            "A call without a token works on the default organisation.",
            call -> letIn(call, AuthenticationDeviations::bringsNothing)),
        Deviation.wrong(
            "EMG-AUTH-09",
            "The refusal of a call without a token has status 403.",
            call -> forbidden(call, AuthenticationDeviations::bringsNothing)),
        Deviation.wrong(
            "EMG-AUTH-10",
            "A token that was never issued is as good as one that was.",
            call -> letIn(call, AuthenticationDeviations::bringsUnknown)),
        Deviation.wrong(
            "EMG-AUTH-11",
            "The refusal of a token that was never issued has status 403.",
            call -> forbidden(call, AuthenticationDeviations::bringsUnknown)),
        Deviation.wrong(
            "EMG-AUTH-12",
            "Tokens do not expire.",
            call -> letIn(call, AuthenticationDeviations::bringsExpired)),
        Deviation.wrong(
            "EMG-AUTH-13",
            "The refusal of an expired token has status 403.",
            call -> forbidden(call, AuthenticationDeviations::bringsExpired)),
        Deviation.wrong(
            "EMG-AUTH-14",
            "A token is good for one reading of the user list.",
            SpentTokens::answer));
  }

  /** Whether one of the credential headers holds a token that is good now. */
  static boolean bringsGoodToken(DeviantCall call) {
    return !call.goodTokens().isEmpty();
  }

  private static boolean disagrees(DeviantCall call) {
    return call.has(STANDARD) && call.has(VENDORS) && call.goodTokens().size() == 1;
  }

  private static boolean bringsNothing(DeviantCall call) {
    return !call.has(STANDARD) && !call.has(VENDORS);
  }

  private static boolean bringsExpired(DeviantCall call) {
    return !bringsGoodToken(call) && call.bringsExpiredToken();
  }

  private static boolean bringsUnknown(DeviantCall call) {
    return !bringsNothing(call) && !bringsGoodToken(call) && !bringsExpired(call);
  }

  private static MockAnswer letIn(DeviantCall call, Predicate<DeviantCall> credentials) {
    return credentials.test(call) ? call.usual(call.withGoodCredentials()) : call.usual();
  }

  private static MockAnswer forbidden(DeviantCall call, Predicate<DeviantCall> credentials) {
    MockAnswer answer = call.usual();
    return answer.status() == 401 && credentials.test(call) ? answer.withStatus(403) : answer;
  }

  private static MockRequest without(MockRequest request, Predicate<String> credentials) {
    MockRequest fewer = request;
    for (String header : List.of(STANDARD, VENDORS)) {
      if (request.header(header).stream().anyMatch(credentials)) {
        fewer = fewer.withoutHeader(header);
      }
    }
    return fewer;
  }

  private static boolean isOddlySpelt(String value) {
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && !value.startsWith(SCHEME);
  }
}
