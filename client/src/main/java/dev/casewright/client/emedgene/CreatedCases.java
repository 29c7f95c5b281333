package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.emedgene.model.CreatedCase;
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
  private final JsonDecoder decoder;

  CreatedCases(JsonDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Object decode(Response answer, Type type) throws IOException {
    JsonNode tree = (JsonNode) decoder.decode(answer, JsonNode.class);
    return new POJONode(decoder.convert(tree, CreatedCase.class));
  }

  /** The case in an answer that was decoded here. */
  static CreatedCase in(JsonNode answer) {
    return (CreatedCase) ((POJONode) answer).getPojo();
  }
}
