package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the requirements of plain HTTP can be broken. */
final class TransportDeviations {

  private static final String LOCATION = "Location";

  private TransportDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.atRedirect(
            "EMG-TLS-01",
            "A call over plain HTTP is answered with 301.",
            call -> call.usual().withStatus(301)),
        Deviation.atRedirect(
            "EMG-TLS-02",
            "The Location of the redirect puts a slash at the end of the path, or takes it away.",
            call -> elsewhere(call.usual())),
        Deviation.atRedirect(
            "EMG-TLS-03",
            "The redirect comes with a short page as its body.",
            call ->
                call.usual()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody("<h1>Found</h1>".getBytes(StandardCharsets.UTF_8))));
  }

  private static MockAnswer elsewhere(MockAnswer redirect) {
    String[] pathAndQuery = redirect.header(LOCATION).orElse("").split("\\?", 2);
    String path = pathAndQuery[0];
    String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    return redirect.withHeader(
        LOCATION, pathAndQuery.length == 1 ? other : other + "?" + pathAndQuery[1]);
  }
}
