package dev.casewright.conformance.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.Parameter.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes of requests what they have in common on every target: what the contract lets vary gets the
 * name of its parameter, what it does not know stands as it was sent. Immutable.
 */
public final class RequestPattern {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}");
  private static final Pattern CASE_NAME = Pattern.compile("EMG\\d+");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z]+) .*", Pattern.DOTALL);

  private final Map<Api, Contract> contracts = new EnumMap<>(Api.class);

  /** Reads the contracts. */
  public RequestPattern() {
    Stream.of(Api.values()).forEach(api -> contracts.put(api, Contract.of(api)));
  }

  /**
   * The pattern of a request.
   *
   * @param exchange what was sent
   * @return what it looks like on every target
   */
  public PlannedRequest of(Exchange exchange) {
    Message message = exchange.message();
    Contract contract = contracts.get(exchange.api());
    Optional<Operation> operation = operation(contract, message);
    String path =
        operation
            .map(each -> path(each, message.path()))
            .orElseGet(() -> pathOfNoOperation(message.path()));
    return new PlannedRequest(
        exchange.api(),
        exchange.redirect(),
        message.method(),
        path + query(contract, operation, message),
        message.headers().entrySet().stream()
            .map(header -> header(header.getKey(), header.getValue()))
            .sorted()
            .toList(),
        message.body().isPresent());
  }

  private static Optional<Operation> operation(Contract contract, Message message) {
    return contract
        .find(message.method(), message.path())
        .or(() -> contract.operationsAt(message.path()).stream().findFirst());
  }

  private static String path(Operation operation, String path) {
    List<String> template = segments(operation.path().toString());
    List<String> given = segments(path);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      boolean fixed = i >= template.size() || !template.get(i).startsWith("{");
      shown.add(fixed ? given.get(i) : segment(operation, template.get(i), given.get(i)));
    }
    return String.join("/", shown);
  }

  private static String segment(Operation operation, String variable, String given) {
    String name = variable.substring(1, variable.length() - 1);
    boolean integer =
        operation.parameters(Place.PATH).stream()
            .anyMatch(each -> each.name().equals(name) && each.type().equals("integer"));
    return !integer || NUMBER.matcher(given).matches() ? variable : withoutNumbers(given);
  }

  private static String pathOfNoOperation(String path) {
    return segments(path).stream()
        .map(RequestPattern::segmentOfNoOperation)
        .collect(Collectors.joining("/"));
  }

  private static String segmentOfNoOperation(String segment) {
    if (NUMBER.matcher(segment).matches()) {
      return "{number}";
    }
    return CASE_NAME.matcher(segment).matches() ? "{case}" : withoutNumbers(segment);
  }

  /** An id can be a part of what is no id, such as one with a letter after it. */
  private static String withoutNumbers(String segment) {
    return LONG_NUMBER.matcher(segment).replaceAll("{number}");
  }

  private static String query(Contract contract, Optional<Operation> operation, Message message) {
    int mark = message.target().indexOf('?');
    if (mark < 0) {
      return "";
    }
    return Stream.of(message.target().substring(mark + 1).split("&", -1))
        .map(pair -> pair(contract, operation, pair))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String pair(Contract contract, Optional<Operation> operation, String pair) {
    int sign = pair.indexOf('=');
    if (sign < 0 || sign == pair.length() - 1) {
      return pair;
    }
    String name = URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8);
    boolean varies =
        operation.stream()
            .flatMap(each -> each.parameters(Place.QUERY).stream())
            .filter(parameter -> parameter.name().equals(name))
            .anyMatch(parameter -> varies(contract, parameter, pair.substring(sign + 1)));
    return varies ? pair.substring(0, sign) + "={" + name + "}" : pair;
  }

  /** Words of the contract, switches, and numbers that count, are the same on every target. */
  private static boolean varies(Contract contract, Parameter parameter, String value) {
    if (!parameter.type().equals("string")) {
      return parameter.type().equals("integer")
          && parameter.name().endsWith("id")
          && NUMBER.matcher(value).matches();
    }
    JsonNode schema = contract.at(parameter.pointer());
    return !schema.has("enum");
  }

  private static String header(String name, String value) {
    if (!name.equalsIgnoreCase("authorization") && !name.equalsIgnoreCase("emgauthorization")) {
      return name;
    }
    var scheme = SCHEME.matcher(value);
    return scheme.matches() ? name + ": " + scheme.group(1) + " {credentials}" : name;
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
