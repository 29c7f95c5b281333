package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A patient of the pack {@code small} who is in both APIs, taken as the model of many: what is
 * wrong with the patient, what was found, and who of the family was tested. Immutable.
 *
 * @param report the entry of the report, which is not to be changed
 * @param file the entry of the case, which is not to be changed
 * @param stem what all sample names of the family begin with
 * @param samples what follows the stem in each sample name, in the order of the samples
 */
record ClinicalPicture(JsonNode report, JsonNode file, String stem, List<String> samples) {

  private static final String PROBAND = "-P";

  /** The pictures of a pack, in the order of its cases. */
  static List<ClinicalPicture> of(PackDocuments pack) {
    List<ClinicalPicture> pictures = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (JsonNode file : pack.cases()) {
      String sample = file.at("/payload/test_data/patients/proband/fastq_sample").asText();
      if (file.hasNonNull("delivered") && sample.endsWith(PROBAND) && !seen.contains(sample)) {
        for (JsonNode report : pack.reports()) {
          if (report.at("/genome/name").asText().equals(sample) && !seen.contains(sample)) {
            seen.add(sample);
            pictures.add(of(report, file, sample));
          }
        }
      }
    }
    return List.copyOf(pictures);
  }

  private static ClinicalPicture of(JsonNode report, JsonNode file, String sample) {
    String stem = sample.substring(0, sample.length() - PROBAND.length());
    return new ClinicalPicture(
        report,
        file,
        stem,
        file.at("/payload/test_data/samples")
            .valueStream()
            .map(tested -> tested.path("fastq").asText().substring(stem.length()))
            .toList());
  }

  String testType() {
    return report.path("test_type").asText();
  }

  String sampleType() {
    return file.at("/payload/test_data/sample_type").asText();
  }

  boolean isOfAWoman() {
    return report.at("/patient_dict/sex").asText().equals("Female");
  }

  /** What the report mentions: the findings of the case, without what is only carried. */
  ArrayNode findings(String status, boolean toReport) {
    ArrayNode findings = Json.array();
    for (JsonNode candidate : file.path("candidates")) {
      String tag = candidate.at("/tag/value").asText();
      if (!tag.equals("carrier")) {
        ObjectNode finding = findings.addObject();
        finding.set("variant", candidate.get("variant"));
        finding.put(
            "zygosity",
            candidate.path("proband").asText().equals("Hom") ? "homozygous" : "heterozygous");
        finding.put("status", status);
        finding.put(
            "to_report",
            !toReport ? null : tag.equals("incidental") ? "SECONDARY_FINDING" : "PRIMARY_FINDING");
      }
    }
    return findings;
  }

  /** Whether the patient's complaint is explained. */
  boolean isSolved() {
    return file.path("candidates")
        .valueStream()
        .map(candidate -> candidate.at("/tag/value").asText())
        .anyMatch(tag -> tag.equals("most_likely") || tag.equals("candidate"));
  }
}
