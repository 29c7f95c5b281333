package dev.casewright.conformance.any;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casewright.conformance.target.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.util.Map;

/**
 * The sources leave open what is around a list, and whether an error of Emedgene is more than a
 * text (Opal facts, C2; Emedgene facts, 1.4 and 5 no. 9). Requirements of their own judge these
 * forms; what is inside has to fit the contract in each of them.
 */
final class OpenForms {

  private static final Map<String, String> LISTS =
      Map.of("getReports", "objects", "listCases", "hits");

  private OpenForms() {}

  /** The body of an answer in the form that the contract has chosen. */
  static byte[] inFormOfTheContract(Api api, Operation operation, Answer answer) {
    JsonNode body = answer.jsonOrMissing();
    String list = LISTS.get(operation.id());
    if (answer.isSuccess() && list != null && body.isArray()) {
      return bytes(body.size() == 1 && body.get(0).has(list) ? body.get(0) : under(list, body));
    }
    return answer.status() >= 400 && api == Api.EMEDGENE && body.isTextual()
        ? bytes(under("message", body))
        : answer.body();
  }

  private static JsonNode under(String key, JsonNode value) {
    return JsonNodeFactory.instance.objectNode().set(key, value);
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }
}
