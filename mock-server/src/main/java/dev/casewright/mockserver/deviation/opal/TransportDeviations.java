package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Breaks what is said about plain HTTP. */
final class TransportDeviations {

  private static final Pattern AFTER_HOST = Pattern.compile("(?<=[^:/])/.*");

  private TransportDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.atRedirect(
            "OPAL-TLS-01",
            "A request over plain HTTP is answered with 301.",
            call -> ifRedirected(call, redirect -> redirect.withStatus(301))),
        Deviation.atRedirect(
            "OPAL-TLS-02",
            "The answer to a request over plain HTTP has a text as its body.",
            call ->
                ifRedirected(
                    call, redirect -> redirect.withBody("Moved".getBytes(StandardCharsets.UTF_8)))),
        Deviation.atRedirect(
            "OPAL-TLS-03",
            "The redirect leads to the scheme http again.",
            call -> relocated(call, location -> location.replaceFirst("^https:", "http:"))),
        Deviation.atRedirect(
            "OPAL-TLS-04",
            "The redirect leads to the root of the host, whatever was asked for.",
            call -> relocated(call, location -> AFTER_HOST.matcher(location).replaceFirst("/"))));
  }

  private static MockAnswer relocated(DeviantCall call, UnaryOperator<String> change) {
    return ifRedirected(
        call,
        redirect ->
            redirect
                .header("Location")
                .map(location -> redirect.withHeader("Location", change.apply(location)))
                .orElse(redirect));
  }

  private static MockAnswer ifRedirected(DeviantCall call, UnaryOperator<MockAnswer> change) {
    MockAnswer usual = call.usual();
    return usual.header("Location").isPresent() ? change.apply(usual) : usual;
  }
}
