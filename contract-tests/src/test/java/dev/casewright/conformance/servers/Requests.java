package dev.casewright.conformance.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.casewright.conformance.target.Message;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests in other forms. */
final class Requests {

  private Requests() {}

  static Message withTarget(Message request, String target) {
    return new Message(request.method(), target, request.headers(), request.body());
  }

  static Message withHeader(Message request, String name, String value) {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.keySet().removeIf(name::equalsIgnoreCase);
    headers.put(name, value);
    return new Message(request.method(), request.target(), headers, request.body());
  }

  static Optional<String> header(Message request, String name) {
    return request.headers().entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A request with those query parameters only whose names fit. */
  static Message withParameters(Message request, Predicate<String> names) {
    String kept =
        parameters(request)
            .filter(pair -> names.test(pair.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    return withTarget(request, request.path() + (kept.isEmpty() ? "" : "?" + kept));
  }

  /** The decoded value of a query parameter. */
  static Optional<String> parameter(Message request, String name) {
    return parameters(request)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
        .findFirst();
  }

  private static Stream<String> parameters(Message request) {
    String query = request.target().substring(request.path().length());
    return Stream.of(query.replaceFirst("^\\?", "").split("&")).filter(pair -> !pair.isEmpty());
  }
}
