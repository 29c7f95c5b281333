package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The samples of the cases that were made so far, which later ones may name again. */
final class SampleBook {

  private final Map<Long, JsonNode> samples = new HashMap<>();
  private long last;

  long last() {
    return last;
  }

  Optional<ObjectNode> find(long id) {
    return Optional.ofNullable(samples.get(id)).map(JsonNode::deepCopy);
  }

  void add(JsonNode more) {
    for (JsonNode sample : more) {
      long id = sample.path("id").asLong();
      samples.put(id, sample);
      last = Math.max(last, id);
    }
  }
}
