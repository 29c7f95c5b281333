package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks what is said about ids, paths and unknown query parameters. */
final class AddressDeviations {

  private static final Pattern NUMBER_AT_THE_START = Pattern.compile("\\d{1,18}(?!\\d)");

  private AddressDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-ID-01",
            "The id of no report is refused with 403.",
            call -> refusedAnew(call, 404, 403)),
        Deviation.wrong(
            "OPAL-ID-02",
            "The id of no report is refused with 422.",
            call -> refusedAnew(call, 404, 422)),
        Deviation.wrong(
            "OPAL-ID-03",
            "An id that is not an integer is taken for the number that it starts with, and is"
                + " refused with 403 if there is no such report.",
            AddressDeviations::readUpToTheFirstLetter),
        Deviation.broken(
            "OPAL-PATH-01",
            "A path with a slash at its end is redirected to the one without.",
            DeviantCall::redirectedToContractForm),
        Deviation.wrong(
            "OPAL-PATH-02",
            "A query parameter that the operation does not have is refused with 422.",
            AddressDeviations::strict));
  }

  private static MockAnswer refusedAnew(DeviantCall call, int status, int other) {
    MockAnswer usual = call.usual();
    return usual.status() == status ? usual.withStatus(other) : usual;
  }

  private static MockAnswer readUpToTheFirstLetter(DeviantCall call) {
    MockAnswer usual = call.usual();
    if (usual.status() != 400) {
      return usual;
    }
    Matcher number = NUMBER_AT_THE_START.matcher(call.variable("id").orElse(""));
    MockAnswer known =
        number.lookingAt() ? call.usual(Subjects.request(call, number.group())) : usual;
    return known.status() == 200 ? known : call.refusal(403);
  }

  private static MockAnswer strict(DeviantCall call) {
    MockAnswer usual = call.usual();
    return usual.status() == 200 && call.hasUnknownParameter() ? call.refusal(422) : usual;
  }
}
