package dev.casewright.mockserver.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.Parameter.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Calls of the operations of both contracts, with something wrong in path, query or body. What
 * could be taken for right in spite of that goes to a space of its own, whose state is not
 * compared.
 */
final class WrongCalls {

  private final Map<Api, Contract> contracts =
      Map.of(Api.OPAL, Contract.of(Api.OPAL), Api.EMEDGENE, Contract.of(Api.EMEDGENE));
  private final List<Operation> operations =
      Arrays.stream(Api.values()).flatMap(api -> contracts.get(api).operations().stream()).toList();
  private final Map<String, String> strict;
  private final Map<String, String> open;

  WrongCalls(MockServer server, String strictSpace, String openSpace) {
    this.strict = credentials(server.space(strictSpace));
    this.open = credentials(server.space(openSpace));
  }

  private static Map<String, String> credentials(MockSpace space) {
    return Map.of(
        "OPAL",
        RunningMock.basic(space.credentials()),
        "EMEDGENE",
        "Bearer " + space.emedgeneToken(),
        "report",
        String.valueOf(space.reportIds("APPROVED").get(0)),
        "case",
        space.caseNames("delivered").get(0));
  }

  BadRequest one(RandomGenerator random) {
    Operation operation = Pieces.any(operations, random);
    String example = example(operation);
    if (example.isEmpty()) {
      return call("query or path", operation, strict, random.nextBoolean(), new byte[0], random);
    }
    return random.nextBoolean()
        ? call("broken body", operation, strict, true, broken(example, random), random)
        : call("wrong body", operation, open, true, mutated(example, random), random);
  }

  /** The first example of the body in the contract. */
  private String example(Operation operation) {
    JsonNode examples =
        contracts
            .get(operation.api())
            .document()
            .path("paths")
            .path(operation.path().toString())
            .path(operation.method().toLowerCase(java.util.Locale.ROOT))
            .at("/requestBody/content/application~1json/examples");
    return examples.isEmpty() ? "" : examples.elements().next().path("value").toString();
  }

  private BadRequest call(
      String kind,
      Operation operation,
      Map<String, String> space,
      boolean goodPath,
      byte[] body,
      RandomGenerator random) {
    String path = operation.path().toString();
    for (String variable : operation.path().variables()) {
      String good = space.get(operation.api() == Api.OPAL ? "report" : "case");
      path =
          path.replace(
              "{" + variable + "}",
              goodPath && !variable.startsWith("report_") || goodPath && operation.api() == Api.OPAL
                  ? good
                  : Pieces.any(Pieces.VALUES, random));
    }
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters(Place.QUERY)) {
      if (random.nextInt(3) == 0) {
        query.add(parameter.name() + "=" + Pieces.any(Pieces.VALUES, random));
      }
    }
    boolean stranger = random.nextInt(10) == 0;
    String credentials =
        stranger ? "Basic " + Pieces.any(Pieces.VALUES, random) : space.get(operation.api().name());
    return BadRequest.whole(
        kind + " of " + operation.id(),
        operation.method()
            + " "
            + path
            + (query.isEmpty() ? "" : "?" + String.join("&", query))
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
            + credentials
            + "\r\n",
        body);
  }

  /** Never JSON that the operation could take: cut short, or not an object, or beyond a limit. */
  private static byte[] broken(String example, RandomGenerator random) {
    String cut = example.substring(0, 1 + random.nextInt(example.length() - 1));
    return switch (random.nextInt(8)) {
      case 0 -> cut.getBytes(StandardCharsets.UTF_8);
      case 1 -> ("[" + example + "]").getBytes(StandardCharsets.UTF_8);
      case 2 -> ("{\"x\":".repeat(200) + cut).getBytes(StandardCharsets.UTF_8);
      case 3 -> ("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
      case 4 -> (cut + Pieces.noise(50, random)).getBytes(StandardCharsets.ISO_8859_1);
      case 5 -> cut.getBytes(StandardCharsets.UTF_16);
      case 6 -> ("{\"x\": " + "9".repeat(10_000) + ",").getBytes(StandardCharsets.UTF_8);
      default -> example.replaceFirst("\"", "\"\u0001").getBytes(StandardCharsets.UTF_8);
    };
  }

  /** One value, at any depth, of another type or size. */
  private static byte[] mutated(String example, RandomGenerator random) {
    List<Integer> values = new ArrayList<>();
    for (int at = example.indexOf(':'); at >= 0; at = example.indexOf(':', at + 1)) {
      values.add(at + 1);
    }
    int at = Pieces.any(values, random);
    int end = at;
    while (end < example.length() && ",}]".indexOf(example.charAt(end)) < 0) {
      end++;
    }
    String changed = example.substring(0, at) + Pieces.any(Pieces.JSON, random);
    return (changed + example.substring(end)).getBytes(StandardCharsets.UTF_8);
  }
}
