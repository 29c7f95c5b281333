package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import java.util.List;

/**
 * Content of a case that is kept: packed, since a tree takes twenty times the room and a laboratory
 * may create a hundred thousand cases.
 */
final class WrittenCase implements CaseContent {

  private static final byte[] NONE = PackedJson.pack(Json.array());

  private final long id;
  private final byte[] fields;
  private final byte[] candidates;
  private final List<SampleTag> samples;

  WrittenCase(ObjectNode fields, ArrayNode candidates) {
    this.id = fields.path("id").asLong();
    this.fields = PackedJson.pack(fields);
    this.candidates = candidates.isEmpty() ? NONE : PackedJson.pack(candidates);
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
    return id;
  }

  @Override
  public List<SampleTag> sampleTags() {
    return samples;
  }

  @Override
  public ObjectNode fields() {
    return (ObjectNode) PackedJson.unpack(fields);
  }

  @Override
  public ArrayNode candidates() {
    return (ArrayNode) PackedJson.unpack(candidates);
  }
}
