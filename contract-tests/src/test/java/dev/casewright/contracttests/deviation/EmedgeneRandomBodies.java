package dev.casewright.contracttests.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Bodies with random contents; no real person is in them. */
final class EmedgeneRandomBodies {

  private static final int LETTERS = 26;

  private final Random random;
  private final List<JsonNode> phenotypes = new ArrayList<>();

  EmedgeneRandomBodies(Random random) {
    this.random = random;
  }

  /** Phenotypes that the server knows, each with name and HPO id. */
  void learnPhenotypes(JsonNode known) {
    known.forEach(phenotypes::add);
  }

  String word() {
    StringBuilder word = new StringBuilder();
    for (int length = 3 + random.nextInt(8); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(LETTERS)));
    }
    return word.toString();
  }

  /** A status of those that a case can be in, another one, or none. */
  String status(Collection<String> known) {
    List<String> statuses = List.copyOf(known);
    ObjectNode body = object();
    return switch (random.nextInt(8)) {
      case 0 -> body.put(word(), word()).toString();
      case 1 -> body.put("status", word()).toString();
      default -> body.put("status", statuses.get(random.nextInt(statuses.size()))).toString();
    };
  }

  /** A case that may wait or run, with or without parents, samples and a preset group. */
  String newCase() {
    ObjectNode body = object().put("should_upload", random.nextBoolean());
    ObjectNode data = body.putObject("test_data");
    data.put("consanguinity", random.nextBoolean()).put("notes", word()).put("type", "Exome");
    data.put("indication_for_testing", word()).put("sample_type", "vcf");
    if (random.nextInt(3) > 0) {
      data.put("selected_preset_set", random.nextBoolean() ? "Default" : "");
    }
    if (random.nextBoolean()) {
      data.putObject("gene_list").put("id", 1 + random.nextInt(3)).put("type", "existing");
    }
    if (random.nextBoolean()) {
      data.put("due_date", date());
    }
    ObjectNode patients = data.putObject("patients");
    ArrayNode samples = data.putArray("samples");
    person(patients.putObject("proband"), samples);
    if (random.nextBoolean()) {
      person(patients.putObject("mother"), samples);
    }
    return body.toString();
  }

  /** A group that may lack what it needs, and may hold whatever a filter can hold. */
  String presetGroup() {
    ObjectNode body = object();
    if (random.nextInt(6) > 0) {
      body.put("name", word());
    }
    if (random.nextInt(6) > 0) {
      ObjectNode filter = body.putObject("filter");
      ArrayNode search = filter.putArray("search");
      for (int items = random.nextInt(4); items > 0; items--) {
        item(search.addObject());
      }
      if (random.nextInt(3) == 0) {
        filter.putObject(word()).put(word(), random.nextDouble());
      }
    }
    return body.toString();
  }

  private void item(ObjectNode item) {
    if (random.nextInt(3) == 0) {
      item.put("id", word());
    } else {
      item.put("id", random.nextInt(100));
    }
    if (random.nextInt(3) > 0) {
      item.put("name", word());
    }
    item.put("type", random.nextInt(3) > 0 ? "gene list" : word()).put("value", word());
  }

  private void person(ObjectNode person, ArrayNode samples) {
    String sample = word();
    person.put("gender", random.nextBoolean() ? "Female" : "Male").put("fastq_sample", sample);
    if (random.nextBoolean()) {
      person.put("date_of_birth", date());
    }
    ArrayNode shown = person.putArray("phenotypes");
    for (int count = random.nextInt(3); count > 0; count--) {
      JsonNode phenotype = phenotypes.get(random.nextInt(phenotypes.size()));
      if (random.nextBoolean()) {
        shown.addObject().put("id", phenotype.path("hpo_id").asText()).put("name", "");
      } else {
        shown.addObject().put("name", phenotype.path("name").asText());
      }
    }
    if (random.nextBoolean()) {
      samples
          .addObject()
          .put("fastq", sample)
          .putArray("sampleFiles")
          .addObject()
          .put("filename", sample + ".vcf.gz")
          .put("storage_id", 1 + random.nextInt(100));
    }
  }

  private String date() {
    return LocalDate.ofEpochDay(15_000 + random.nextInt(7_000)).toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
