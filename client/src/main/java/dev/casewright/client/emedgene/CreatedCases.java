package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
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
  private final JsonDecoder decoder;

  CreatedCases(JsonDecoder decoder) {
    this.decoder = decoder;
  }

  CreatedCase read(Call call, JsonNode answer) {
    try {
      return decoder.convert(answer, CreatedCase.class);
    } catch (UnreadableJsonException unreadable) {
      throw Failures.unreadable(call, OptionalInt.empty(), unreadable);
    }
  }
}
