package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.emedgene.PhenotypeCatalogue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the shape of {@code cases.yaml} cannot say about the family: samples, persons, phenotypes,
 * variants, labels and gene lists that are there, and a zygosity only of those who were tested.
 */
final class FamilyRules {

  private final PackFiles files;
  private final Mistakes mistakes;
  private final PhenotypeCatalogue phenotypes =
      new PhenotypeCatalogue(new SeedFiles("ontology").read("hpo.yaml"));
  private final Set<String> labels;
  private final Set<String> geneLists;

  FamilyRules(PackFiles files, Mistakes mistakes) {
    this.files = files;
    this.mistakes = mistakes;
    this.labels = ids("labels");
    this.geneLists = ids("gene_lists");
  }

  void check(JsonNode entry, String at) {
    JsonNode data = entry.at("/payload/test_data");
    String inData = at + "/payload/test_data";
    Set<String> samples = new HashSet<>();
    for (int i = 0; i < data.path("samples").size(); i++) {
      if (!samples.add(data.path("samples").path(i).path("fastq").asText())) {
        add(inData + "/samples/" + i + "/fastq", "stands twice in this case");
      }
    }
    checkPersons(data.path("patients"), inData + "/patients", samples);
    checkRequest(data, inData);
    checkCandidates(entry, at, samples);
  }

  private void checkPersons(JsonNode patients, String at, Set<String> samples) {
    Set<String> persons = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : patients.properties()) {
      if (member.getValue().isObject()) {
        persons.add(member.getValue().path("id").asText(member.getKey()));
        checkPerson(member.getValue(), at + "/" + member.getKey(), samples);
      }
    }
    for (int i = 0; i < patients.path("other").size(); i++) {
      persons.add(patients.path("other").path(i).path("id").asText("other"));
      checkPerson(patients.path("other").path(i), at + "/other/" + i, samples);
    }
    for (Map.Entry<String, JsonNode> member : patients.properties()) {
      checkParents(member.getValue(), at + "/" + member.getKey(), persons);
    }
    for (int i = 0; i < patients.path("other").size(); i++) {
      checkParents(patients.path("other").path(i), at + "/other/" + i, persons);
    }
  }

  private void checkPerson(JsonNode person, String at, Set<String> samples) {
    String sample = person.path("fastq_sample").asText("");
    if (!sample.isEmpty() && !samples.contains(sample)) {
      add(at + "/fastq_sample", "names a sample that is not among those of the case");
    }
    for (int i = 0; i < person.path("phenotypes").size(); i++) {
      JsonNode phenotype = person.path("phenotypes").path(i);
      String where = at + "/phenotypes/" + i;
      phenotypes
          .mistake(phenotype.path("id").asText(""), phenotype.path("name").asText(""))
          .ifPresent(rule -> add(where, rule));
    }
  }

  private void checkParents(JsonNode person, String at, Set<String> persons) {
    for (String parent : new String[] {"mother", "father"}) {
      String id = person.path(parent).asText("");
      if (person.path(parent).isTextual() && !id.isEmpty() && !persons.contains(id)) {
        add(at + "/" + parent, "names a person who is not in the family");
      }
    }
  }

  private void checkRequest(JsonNode data, String at) {
    for (int i = 0; i < data.path("labels").size(); i++) {
      if (!labels.contains(data.path("labels").path(i).asText())) {
        add(at + "/labels/" + i, "is the id of no label of the organisation");
      }
    }
    JsonNode list = data.path("gene_list");
    if (list.path("type").asText().equals("existing")
        && !geneLists.contains(list.path("id").asText())) {
      add(at + "/gene_list/id", "is the id of no gene list of the organisation");
    }
  }

  private void checkCandidates(JsonNode entry, String at, Set<String> samples) {
    JsonNode patients = entry.at("/payload/test_data/patients");
    for (int i = 0; i < entry.path("candidates").size(); i++) {
      JsonNode candidate = entry.path("candidates").path(i);
      String where = at + "/candidates/" + i;
      if (!files.variants().root().has(candidate.path("variant").asText())) {
        add(
            where + "/variant",
            "names a variant that " + files.variants().name() + " does not have");
      }
      for (String person : new String[] {"proband", "mother", "father"}) {
        String zygosity = candidate.path(person).asText("na");
        String sample = patients.path(person).path("fastq_sample").asText("");
        if (!zygosity.equals("na") && !samples.contains(sample)) {
          add(where + "/" + person, "is a zygosity of a person without a sample");
        }
      }
    }
  }

  private Set<String> ids(String list) {
    Set<String> ids = new HashSet<>();
    files
        .laboratory()
        .root()
        .path("organisation")
        .path(list)
        .forEach(entry -> ids.add(entry.path("id").asText()));
    return ids;
  }

  private void add(String pointer, String rule) {
    mistakes.add(files.cases(), pointer, rule);
  }
}
