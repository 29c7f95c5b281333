package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Content of a case that is kept. */
final class WrittenCase implements CaseContent {

  private final ObjectNode fields;
  private final ArrayNode candidates;
  private final List<SampleTag> samples;

  /** Takes both for its own. */
  WrittenCase(ObjectNode fields, ArrayNode candidates) {
    this.fields = fields;
    this.candidates = candidates;
    this.samples =
        fields
            .path("samples")
            .valueStream()
            .map(
                sample ->
                    new SampleTag(
                        sample.path("id").asLong(),
                        sample.path("fastq").asText(),
                        sample.path("sampleType").asText()))
            .toList();
  }

  @Override
  public long id() {
    return fields.path("id").asLong();
  }

  @Override
  public List<SampleTag> sampleTags() {
    return samples;
  }

  @Override
  public ObjectNode fields() {
    return fields.deepCopy();
  }

  @Override
  public ArrayNode candidates() {
    return candidates.deepCopy();
  }
}
