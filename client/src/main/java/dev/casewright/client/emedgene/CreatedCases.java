package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.json.JsonDecoder;
import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Reads the answer to the creation of a case, as a part of the call, so that a failure belongs to
 * it. The contract has no single form for the answer, since a dry run is answered by the same
 * operation; so the case comes inside a node, and {@link #in} takes it out. Thread-safe.
 */
final class CreatedCases implements Decoder {
  private static final String IN_THE_CONTRACT = "Status";
  private static final String ELSEWHERE = "status";

  private final JsonDecoder decoder;

  CreatedCases(JsonDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Object decode(Response answer, Type type) throws IOException {
    JsonNode tree = (JsonNode) decoder.decode(answer, JsonNode.class);
    return new POJONode(decoder.convert(inContractSpelling(tree), CreatedCase.class));
  }

  /** The case in an answer that was decoded here. */
  static CreatedCase in(JsonNode answer) {
    return (CreatedCase) ((POJONode) answer).getPojo();
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
