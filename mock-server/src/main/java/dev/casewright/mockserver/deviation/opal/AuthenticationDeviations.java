package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.credentials.Claims;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.Space;
import dev.casewright.openapi.Api;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Breaks what is said about credentials. */
final class AuthenticationDeviations {

  private static final String CREDENTIALS = "Authorization";
  private static final String CHALLENGE = "WWW-Authenticate";

  private AuthenticationDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-AUTH-01",
            "A request without credentials is answered as if it had some.",
            call -> isAnonymous(call) ? call.usual(call.withGoodCredentials()) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-02",
            "A request without credentials is refused with 403.",
            call -> isAnonymous(call) ? forbidden(call) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-03",
            "The refusal of a request without credentials has no WWW-Authenticate header.",
            call -> isAnonymous(call) ? call.usual().withoutHeader(CHALLENGE) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-04",
            "A request with an unknown login is answered as if the login were known.",
            call -> hasUnknownLogin(call) ? call.usual(call.withGoodCredentials()) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-05",
            "Any password goes with a known login.",
            call -> hasKnownLogin(call) ? call.usual(call.withGoodCredentials()) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-06",
            "An unknown login and a wrong password are refused with 403.",
            call -> hasUnknownLogin(call) || hasKnownLogin(call) ? forbidden(call) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-07",
            "A bare key without a scheme is let in.",
            call -> hasBareKey(call) ? call.usual(call.withGoodCredentials()) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-08",
            "A report of another workspace is refused with 404.",
            AuthenticationDeviations::hidden),
        Deviation.wrong(
            "OPAL-AUTH-09",
            "The request is checked before its credentials.",
            call -> isAnonymous(call) ? checkedFirst(call) : call.usual()),
        Deviation.wrong(
            "OPAL-AUTH-10",
            "A report of another workspace is given like one of the key's.",
            AuthenticationDeviations::served));
  }

  private static boolean isAnonymous(DeviantCall call) {
    return !call.has(CREDENTIALS);
  }

  private static boolean hasKnownLogin(DeviantCall call) {
    return Claims.spaceOf(Api.OPAL, call.described(), call.request()).isPresent();
  }

  private static boolean hasUnknownLogin(DeviantCall call) {
    return !hasKnownLogin(call)
        && call.request().header(CREDENTIALS).stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("basic "));
  }

  /** A header of one word has no scheme. */
  private static boolean hasBareKey(DeviantCall call) {
    return call.request().header(CREDENTIALS).stream()
        .anyMatch(value -> !value.isBlank() && !value.strip().contains(" "));
  }

  private static MockAnswer forbidden(DeviantCall call) {
    MockAnswer usual = call.usual();
    return usual.status() == 401 ? usual.withStatus(403) : usual;
  }

  private static MockAnswer hidden(DeviantCall call) {
    MockAnswer usual = call.usual();
    return isOfAForeignReport(usual, call) ? call.refusal(404) : usual;
  }

  private static MockAnswer served(DeviantCall call) {
    MockAnswer usual = call.usual();
    return isOfAForeignReport(usual, call)
        ? owner(call).map(space -> call.usual(call.withGoodCredentials(space))).orElse(usual)
        : usual;
  }

  private static Optional<Space> owner(DeviantCall call) {
    long id = Long.parseLong(call.variable("id").orElseThrow());
    return call.otherSpaces().stream()
        .filter(space -> space.state().report(id).isPresent())
        .findFirst();
  }

  /** Nothing else is forbidden: other refusals with 403 bring a challenge. */
  private static boolean isOfAForeignReport(MockAnswer answer, DeviantCall call) {
    return answer.status() == 403 && answer.header(CHALLENGE).isEmpty() && call.has(CREDENTIALS);
  }

  /** The 422 of a PDF is about the report, not about the request. */
  private static MockAnswer checkedFirst(DeviantCall call) {
    MockAnswer known = call.usual(call.withGoodCredentials());
    Set<Integer> ofTheRequest =
        call.operation().equals("getReports") ? Set.of(400, 422) : Set.of(400, 404);
    return ofTheRequest.contains(known.status()) ? known : call.usual();
  }
}
