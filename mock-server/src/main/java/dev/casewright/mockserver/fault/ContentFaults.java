package dev.casewright.mockserver.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Faults of what an answer says. */
final class ContentFaults {

  private static final String FIELD = "mock_unknown_field";
  private static final String STATUS = "MOCK_UNKNOWN_STATUS";

  /** Answers with the status of a report or a case, not of a sample or a file. */
  private static final Set<String> WITH_STATUS =
      Set.of("getReports", "getOneReport", "listCases", "getCase", "getCaseInfo", "createCase");

  private static final List<String> STATUS_FIELDS = List.of("status", "Status");

  private ContentFaults() {}

  static MockAnswer truncatedPdf(FaultyCall call) {
    MockAnswer answer = call.usual();
    boolean isPdf =
        answer
            .header("Content-Type")
            .filter(type -> type.startsWith("application/pdf"))
            .isPresent();
    return isPdf && call.claims()
        ? answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2))
        : answer;
  }

  static MockAnswer duplicatePage(FaultyCall call) {
    MockRequest request = call.request();
    OptionalLong offset = request.number("offset");
    OptionalLong limit = request.number("limit");
    boolean hasPageBefore =
        call.operation().parameters(Parameter.Place.QUERY).stream()
                .anyMatch(parameter -> parameter.name().equals("offset"))
            && offset.orElse(0) > 0
            && limit.orElse(0) > 0;
    if (!hasPageBefore || !call.claims()) {
      return call.usual();
    }
    long before = Math.max(0, offset.getAsLong() - limit.getAsLong());
    return call.rest().apply(request.withParameter("offset", String.valueOf(before)));
  }

  static MockAnswer unknownField(FaultyCall call) {
    MockAnswer answer = call.usual();
    Optional<JsonNode> body = answer.json();
    if (body.isEmpty() || !body.get().isContainerNode() || !call.claims()) {
      return answer;
    }
    addField(body.get());
    return answer.withBody(Json.bytes(body.get()));
  }

  static MockAnswer unknownStatus(FaultyCall call) {
    MockAnswer answer = call.usual();
    Optional<JsonNode> body = answer.json();
    if (body.isEmpty() || !WITH_STATUS.contains(call.operation().id())) {
      return answer;
    }
    List<ObjectNode> found = withStatus(body.get());
    if (found.isEmpty() || !call.claims()) {
      return answer;
    }
    for (ObjectNode object : found) {
      STATUS_FIELDS.stream().filter(object::has).forEach(field -> object.put(field, STATUS));
    }
    return answer.withBody(Json.bytes(body.get()));
  }

  private static void addField(JsonNode node) {
    node.forEach(ContentFaults::addField);
    if (node instanceof ObjectNode object) {
      object.put(FIELD, "synthetic");
    }
  }

  /** The answer itself, or the entries of the list in it. */
  private static List<ObjectNode> withStatus(JsonNode body) {
    return Stream.concat(
            Stream.of(body),
            body.valueStream().filter(JsonNode::isArray).flatMap(JsonNode::valueStream))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .filter(object -> STATUS_FIELDS.stream().anyMatch(field -> object.path(field).isTextual()))
        .toList();
  }
}
