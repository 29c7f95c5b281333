package dev.casewright.conformance.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.TestMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Bodies to send. They hold no more than they must, so that a server that takes one form of a field
 * badly still takes all else; no real person is in them.
 */
final class EmedgenePayload {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTES = TestMark.PREFIX + ": no real person";

  private EmedgenePayload() {}

  /** A patient alone whose samples are still to come: nothing is analysed. */
  static ObjectNode waiting() {
    return json(
        """
        {
          "should_upload": true,
          "sharing_level": 0,
          "test_data": {
            "analysis_type": "rare_disease",
            "boostGenes": false,
            "consanguinity": false,
            "disease_penetrance": 100,
            "disease_severity": "",
            "diseases": [],
            "gene_list": {"id": 1, "type": "all", "visible": false},
            "notes": "%s",
            "patients": {
              "proband": {
                "id": "proband",
                "fastq_sample": "",
                "pending_sample_name": "%s-1",
                "gender": "Female",
                "relationship": "Test Subject",
                "healthy": false,
                "phenotypes": []
              }
            },
            "sample_type": "fastq",
            "samples": [],
            "selected_preset_set": "Default",
            "sequence_info": {},
            "type": "Exome"
          }
        }
        """
            .formatted(NOTES, TestMark.PREFIX));
  }

  /** The same, but to be analysed at once. */
  static ObjectNode running() {
    return waiting().put("should_upload", false);
  }

  /** A waiting patient with the parents and a sibling. */
  static ObjectNode family() {
    ObjectNode payload = waiting();
    ObjectNode patients = patients(payload);
    ObjectNode proband = proband(payload).put("mother", "mother").put("father", "father");
    patients.set("mother", relative(proband, "mother", "Mother", "Female"));
    patients.set("father", relative(proband, "father", "Father", "Male"));
    patients.putArray("other").add(relative(proband, "sibling", "Sibling", "Unknown"));
    return payload;
  }

  /** A waiting patient with one VCF file in the given storage, a number or a text of digits. */
  static ObjectNode withFile(JsonNode storageId) {
    ObjectNode payload = waiting();
    String sample = TestMark.PREFIX + "-2";
    proband(payload).put("fastq_sample", sample).put("pending_sample_name", "");
    ObjectNode testData = testData(payload).put("sample_type", "vcf");
    testData
        .putArray("samples")
        .addObject()
        .put("fastq", sample)
        .put("status", "uploaded")
        .putArray("sampleFiles")
        .addObject()
        .put("filename", "casewright-test-2.vcf.gz")
        .put("path", "/casewright/casewright-test-2.vcf.gz")
        .put("size", 0)
        .put("status", "uploaded")
        .put("vcf_column_name", sample)
        .set("storage_id", storageId);
    return payload;
  }

  /** Payloads that fit the contract: to wait, to run, of a family. */
  static Stream<Named<ObjectNode>> valid() {
    return Stream.of(
        Named.of("waiting", waiting()),
        Named.of("running", running()),
        Named.of("family", family()));
  }

  /** Payloads that lack a proband. */
  static Stream<Named<ObjectNode>> withoutProband() {
    ObjectNode withoutPatient = waiting();
    patients(withoutPatient).remove("proband");
    ObjectNode withoutPatients = waiting();
    testData(withoutPatients).remove("patients");
    ObjectNode parentsOnly = family();
    patients(parentsOnly).remove("proband");
    return Stream.of(
        Named.of("no patient", withoutPatient),
        Named.of("no patients at all", withoutPatients),
        Named.of("relatives only", parentsOnly));
  }

  /** The same payload with one phenotype of the proband. */
  static ObjectNode withPhenotype(ObjectNode payload, ObjectNode phenotype) {
    ObjectNode copy = payload.deepCopy();
    proband(copy).withArray("phenotypes").add(phenotype);
    return copy;
  }

  /** A phenotype by id, with an empty name. */
  static ObjectNode phenotypeById(String id) {
    return JSON.createObjectNode().put("id", id).put("name", "");
  }

  /** A phenotype by its name alone. */
  static ObjectNode phenotypeByName(String name) {
    return JSON.createObjectNode().put("name", name);
  }

  static ObjectNode testData(ObjectNode payload) {
    return (ObjectNode) payload.get("test_data");
  }

  static ObjectNode patients(ObjectNode payload) {
    return (ObjectNode) testData(payload).get("patients");
  }

  static ObjectNode proband(ObjectNode payload) {
    return (ObjectNode) patients(payload).get("proband");
  }

  /** A preset group of one gene list. */
  static ObjectNode presetGroup() {
    return json(
        """
        {
          "name": "%s preset group",
          "filter": {
            "search": [
              {
                "id": 1,
                "name": "Casewright gene list 1",
                "type": "gene list",
                "value": "Casewright gene list 1"
              }
            ]
          }
        }
        """
            .formatted(TestMark.PREFIX));
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode relative(
      ObjectNode proband, String id, String relationship, String gender) {
    ObjectNode relative = proband.deepCopy();
    relative.put("id", id).put("relationship", relationship).put("gender", gender);
    relative.put("healthy", true).put("pending_sample_name", TestMark.PREFIX + "-" + id);
    if (!id.equals("sibling")) {
      relative.putNull("mother").putNull("father");
    }
    return relative;
  }
}
