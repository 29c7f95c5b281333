package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the requirements of paths and queries can be broken. */
final class AddressDeviations {

  private AddressDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "EMG-PATH-01",
            "A GET call whose path is not in the form of the contract is redirected to that form.",
            AddressDeviations::redirected),
        Deviation.wrong(
            "EMG-PATH-02",
            "A POST or PUT call whose path is not in the form of the contract is redirected to that"
                + " form.",
            AddressDeviations::redirected),
        Deviation.wrong(
            "EMG-PATH-03",
            "A query parameter that the operation does not know is refused with 400.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 200 && hasUnknownParameter(call)
                  ? call.refusal(400)
                  : answer;
            }));
  }

  private static MockAnswer redirected(DeviantCall call) {
    String path = call.request().path();
    boolean slash =
        call.described().filter(operation -> operation.path().toString().endsWith("/")).isPresent();
    if (path.endsWith("/") == slash) {
      return call.usual();
    }
    String other = slash ? path + "/" : path.substring(0, path.length() - 1);
    return new MockAnswer(302, Map.of("Location", other + query(call.request())), new byte[0]);
  }

  private static String query(MockRequest request) {
    String query =
        request.query().entrySet().stream()
            .flatMap(
                parameter ->
                    parameter.getValue().stream()
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean hasUnknownParameter(DeviantCall call) {
    Operation operation = call.described().orElseThrow();
    return call.request().query().keySet().stream()
        .anyMatch(
            name ->
                operation.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name)));
  }
}
