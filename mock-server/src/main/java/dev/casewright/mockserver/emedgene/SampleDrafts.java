package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Turns the samples of a payload into the samples of a case. */
final class SampleDrafts {

  private static final long FIRST_SAMPLE_ID = 4001;
  private static final Pattern INT64_DIGITS = Pattern.compile("0*\\d{1,18}");

  private final LongFunction<Optional<ObjectNode>> known;
  private final long last;

  SampleDrafts(LongFunction<Optional<ObjectNode>> known, long last) {
    this.known = known;
    this.last = Math.max(last, FIRST_SAMPLE_ID - 1);
  }

  static void check(JsonNode samples) {
    for (JsonNode sample : samples) {
      storage(sample);
      sample.path("sampleFiles").forEach(SampleDrafts::storage);
    }
  }

  /** A known sample comes back as it is (EMG-CASE-26); every other one gets an id of its own. */
  ArrayNode samples(JsonNode data) {
    long next = 1 + last;
    String type = CaseDrafts.textOr(data, "sample_type", "fastq");
    ArrayNode samples = Json.array();
    for (JsonNode sent : data.path("samples")) {
      Optional<ObjectNode> sample = known.apply(sent.path("id").asLong(0));
      samples.add(sample.isPresent() ? sample.get() : newSample(sent, next++, type));
    }
    return samples;
  }

  private static ObjectNode newSample(JsonNode sent, long id, String type) {
    ObjectNode sample = Json.object();
    sample.put("id", id);
    sample.put("fastq", CaseDrafts.textOr(sent, "fastq", ""));
    sample.put("sampleType", CaseDrafts.textOr(sent, "sample_type", type));
    sample.put("status", CaseDrafts.textOr(sent, "status", "uploaded"));
    sample.putNull("statusLastUpdate");
    sample.put("bam_location", CaseDrafts.textOr(sent, "bam_location", ""));
    sample.put("directoryPath", CaseDrafts.textOr(sent, "directoryPath", ""));
    sample.putNull("benderStatus");
    sample.putNull("benderStatusStartTime");
    sample.putNull("benderStatusLastUpdate");
    sample.put("is_baf_exists", false);
    sample.put("is_bigwig_exists", false);
    sample.put("is_roh_exists", false);
    sample.putNull("storage_provider_id");
    ArrayNode files = sample.putArray("sampleFiles");
    sent.path("sampleFiles").forEach(file -> files.add(sampleFile(file, type)));
    return sample;
  }

  /** EMG-GET-11: answers spell these members otherwise than payloads. */
  private static ObjectNode sampleFile(JsonNode sent, String type) {
    long size = sent.path("size").asLong(0);
    ObjectNode file = Json.object();
    file.put("filename", CaseDrafts.textOr(sent, "filename", ""));
    file.put("size", size);
    file.put("status", CaseDrafts.textOr(sent, "status", "uploaded"));
    file.put("sampleType", CaseDrafts.textOr(sent, "sample_type", type));
    file.putNull("md5");
    file.put("percentage", 100);
    file.put("bytesTransferred", size);
    file.putNull("start");
    file.putNull("end");
    file.putNull("lastUpdated");
    file.put("vcfColumnName", CaseDrafts.textOr(sent, "vcf_column_name", null));
    file.put("storageProviderId", storage(sent).orElse(null));
    file.putNull("metadata");
    return file;
  }

  /** No. 11: a number, or the same number as text. */
  private static Optional<Long> storage(JsonNode sent) {
    JsonNode id = sent.path("storage_id");
    if (id.isMissingNode() || id.isNull()) {
      return Optional.empty();
    }
    if (!INT64_DIGITS.matcher(id.asText()).matches()) {
      throw new Refusal(
          400, "body: a storage_id has more than 18 digits. Send the id of a storage.");
    }
    return Optional.of(Long.parseLong(id.asText()));
  }
}
