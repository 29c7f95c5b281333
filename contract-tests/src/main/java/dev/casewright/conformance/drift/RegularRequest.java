package dev.casewright.conformance.drift;

import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter.Place;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.RequestParts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells requests that keep the contract from those that try what a server does without. */
final class RegularRequest {

  private final ContractCheck check;

  RegularRequest(ContractCheck check) {
    this.check = check;
  }

  boolean fits(Operation operation, Message message) {
    Optional<Map<String, String>> path = operation.path().match(message.path());
    Optional<Map<String, List<String>>> query = query(message.target());
    if (path.isEmpty() || query.isEmpty()) {
      return false;
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    message
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    byte[] body = message.body().orElse("").getBytes(StandardCharsets.UTF_8);
    return hasKnownParametersOnly(operation, query.get())
        && check
            .request(operation, new RequestParts(path.get(), query.get(), headers, body))
            .isEmpty();
  }

  private static boolean hasKnownParametersOnly(
      Operation operation, Map<String, List<String>> query) {
    return operation.parameters(Place.QUERY).stream()
        .map(parameter -> parameter.name())
        .collect(Collectors.toSet())
        .containsAll(query.keySet());
  }

  private static Optional<Map<String, List<String>>> query(String target) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    int start = target.indexOf('?');
    String text = start < 0 ? "" : target.substring(start + 1);
    try {
      for (String pair : text.split("&")) {
        if (!pair.isEmpty()) {
          String[] parts = pair.split("=", 2);
          query
              .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
              .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
      }
      return Optional.of(query);
    } catch (IllegalArgumentException brokenPercentEncoding) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
