package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.Failures;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.json.UnreadableJsonException;
import java.util.OptionalInt;

/**
 * Reads the answer to the creation of a case. The contract has no single form for it, since a dry
 * run is answered by the same operation.
 */
final class CreatedCases {
  private static final String IN_THE_CONTRACT = "Status";
  private static final String ELSEWHERE = "status";

  private final JsonDecoder decoder;

  CreatedCases(JsonDecoder decoder) {
    this.decoder = decoder;
  }

  CreatedCase read(Call call, JsonNode answer) {
    try {
      return decoder.convert(inContractSpelling(answer), CreatedCase.class);
    } catch (UnreadableJsonException unreadable) {
      throw Failures.unreadable(call, OptionalInt.empty(), unreadable);
    }
  }

  /**
   * The vendor's page reads "Status" here, while everything else has "status" (Emedgene facts, no.
   * 1): both are understood.
   */
  private static JsonNode inContractSpelling(JsonNode answer) {
    if (answer instanceof ObjectNode object
        && object.has(ELSEWHERE)
        && !object.has(IN_THE_CONTRACT)) {
      ObjectNode copy = object.deepCopy();
      copy.set(IN_THE_CONTRACT, copy.remove(ELSEWHERE));
      return copy;
    }
    return answer;
  }
}
