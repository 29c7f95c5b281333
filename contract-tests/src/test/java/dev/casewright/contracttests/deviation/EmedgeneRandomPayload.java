package dev.casewright.contracttests.deviation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws payloads of new cases that a server takes, in all forms that fields may have. */
final class EmedgeneRandomPayload {

  private static final List<String> GENDERS = List.of("Male", "Female", "Unknown");
  private static final List<String> TYPES = List.of("Exome", "Whole Genome", "Custom Panel");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz \u00e9\u00df\u4e2d-_'";
  private static final int FIRST_UNKNOWN_PHENOTYPE = 9_000_000;

  private final Random random;
  private final long knownSample;

  EmedgeneRandomPayload(Random random, long knownSample) {
    this.random = random;
    this.knownSample = knownSample;
  }

  ObjectNode valid() {
    ObjectNode payload = object();
    switch (random.nextInt(3)) {
      case 0 -> payload.put("should_upload", true);
      case 1 -> payload.put("should_upload", false);
      default -> {}
    }
    payload.put("sharing_level", random.nextInt(2));
    ObjectNode data = payload.putObject("test_data");
    data.put("type", oneOf(TYPES)).put("notes", text()).put("consanguinity", random.nextBoolean());
    ObjectNode patients = data.putObject("patients");
    patients.set("proband", person());
    if (random.nextInt(3) == 0) {
      patients.set("mother", person());
      patients.putArray("other").add(person());
    }
    switch (random.nextInt(4)) {
      case 0 -> data.put("extra_data", "");
      case 1 -> data.putObject("extra_data").put(text(), text());
      default -> {}
    }
    switch (random.nextInt(4)) {
      case 0 -> data.putNull("selected_preset_set");
      case 1 -> data.put("selected_preset_set", "");
      default -> data.put("selected_preset_set", "Default");
    }
    switch (random.nextInt(3)) {
      case 0 -> data.putNull("analysis_type");
      case 1 -> data.put("analysis_type", "rare_disease");
      default -> {}
    }
    addSamples(data.putArray("samples"));
    return payload;
  }

  /** An id that no server knows, in one of two forms. */
  ObjectNode withUnknownPhenotype() {
    ObjectNode payload = valid();
    String digits = "" + (FIRST_UNKNOWN_PHENOTYPE + random.nextInt(1_000_000));
    String id = random.nextBoolean() ? "HP:" + digits : "phenotypes/EMG_PHENOTYPE_" + digits;
    ((ArrayNode) payload.at("/test_data/patients/proband/phenotypes")).addObject().put("id", id);
    return payload;
  }

  ObjectNode withoutProband() {
    ObjectNode payload = valid();
    if (random.nextBoolean()) {
      ((ObjectNode) payload.at("/test_data/patients")).remove("proband");
    } else {
      ((ObjectNode) payload.get("test_data")).remove("patients");
    }
    return payload;
  }

  ObjectNode withoutTestData() {
    return valid().without("test_data");
  }

  /** A few letters, some of them not English. */
  String text() {
    StringBuilder text = new StringBuilder("x");
    random
        .ints(1 + random.nextInt(12), 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .forEach(text::append);
    return text.toString();
  }

  private ObjectNode person() {
    ObjectNode person = object().put("gender", oneOf(GENDERS)).put("pending_sample_name", text());
    ArrayNode phenotypes = person.putArray("phenotypes");
    for (int i = random.nextInt(3); i > 0; i--) {
      String digits = String.format(Locale.ROOT, "%07d", 1 + random.nextInt(40_000));
      switch (random.nextInt(3)) {
        case 0 -> phenotypes.addObject().put("id", "phenotypes/EMG_PHENOTYPE_" + digits);
        case 1 -> phenotypes.addObject().put("id", "HP:" + digits).put("name", "");
        default -> phenotypes.addObject().put("name", text());
      }
    }
    return person;
  }

  private void addSamples(ArrayNode samples) {
    switch (random.nextInt(4)) {
      case 0 -> samples.addObject().put("id", knownSample).put("fastq", text());
      case 1 -> withFile(samples.addObject()).put("storage_id", 1 + random.nextInt(99));
      case 2 -> withFile(samples.addObject()).put("storage_id", "" + (1 + random.nextInt(99)));
      default -> {}
    }
  }

  private ObjectNode withFile(ObjectNode sample) {
    return sample
        .put("fastq", text())
        .put("status", "uploaded")
        .putArray("sampleFiles")
        .addObject()
        .put("filename", text())
        .put("size", random.nextInt(1_000));
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
