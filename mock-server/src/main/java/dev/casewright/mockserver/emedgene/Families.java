package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import java.util.ArrayList;
import java.util.List;

/** Turns the family of a payload into the family of a case. */
final class Families {

  private static final List<Member> MEMBERS =
      List.of(
          new Member("proband", "Test Subject"),
          new Member("mother", "Mother"),
          new Member("father", "Father"));

  private final PhenotypeCatalogue phenotypes;

  Families(PhenotypeCatalogue phenotypes) {
    this.phenotypes = phenotypes;
  }

  /** Ids in the form of EMG-CASE-15; an id that is of no known form is told by its place. */
  List<String> unknownPhenotypes(JsonNode patients) {
    List<String> unknown = new ArrayList<>();
    for (JsonNode person : members(patients)) {
      for (JsonNode phenotype : person.path("phenotypes")) {
        if (phenotypes.find(id(phenotype), name(phenotype)).isEmpty()) {
          unknown.add(
              PhenotypeCatalogue.digits(id(phenotype))
                  .map(Phenotype::idOf)
                  .orElse("one that has neither a name nor an id of a known form"));
        }
      }
    }
    return unknown;
  }

  ObjectNode persons(JsonNode patients) {
    ObjectNode family = Json.object();
    for (Member member : MEMBERS) {
      JsonNode sent = patients.path(member.key());
      if (sent.isObject()) {
        family.set(member.key(), person(sent, member.key(), member.relationship()));
      }
    }
    ArrayNode other = family.putArray("other");
    patients.path("other").forEach(relative -> other.add(person(relative, "other", "Other")));
    return family;
  }

  ArrayNode expandedPhenotypes(JsonNode proband) {
    ArrayNode expanded = Json.array();
    proband
        .path("phenotypes")
        .forEach(
            phenotype ->
                phenotypes
                    .find(id(phenotype), name(phenotype))
                    .ifPresent(found -> expanded.add(found.expanded())));
    return expanded;
  }

  private ObjectNode person(JsonNode sent, String id, String relationship) {
    ObjectNode person = Json.object();
    person.put("id", CaseDrafts.textOr(sent, "id", id));
    person.put("fastq_sample", CaseDrafts.textOr(sent, "fastq_sample", ""));
    person.put("pending_sample_name", CaseDrafts.textOr(sent, "pending_sample_name", ""));
    person.put("gender", CaseDrafts.textOr(sent, "gender", "Unknown"));
    person.put("relationship", CaseDrafts.textOr(sent, "relationship", relationship));
    person.put("healthy", sent.path("healthy").asBoolean(sent.path("phenotypes").isEmpty()));
    ArrayNode shown = person.putArray("phenotypes");
    sent.path("phenotypes").forEach(phenotype -> shown.add(shown(phenotype)));
    for (String nullable : List.of("date_of_birth", "mother", "father")) {
      person.put(nullable, CaseDrafts.textOr(sent, nullable, null));
    }
    person.put("dead", sent.path("dead").asBoolean(false));
    person.put("ignore", sent.path("ignore").asBoolean(false));
    for (String text : List.of("notes", "quality", "zygosity")) {
      person.put(text, CaseDrafts.textOr(sent, text, ""));
    }
    ObjectNode ethnicity = person.putObject("detailed_ethnicity");
    for (String side : List.of("maternal", "paternal")) {
      ArrayNode names = ethnicity.putArray(side);
      sent.path("detailed_ethnicity").path(side).forEach(name -> names.add(name.asText()));
    }
    return person;
  }

  /** EMG-GET-06: whatever form an id was sent in, it comes back in the server's own. */
  private ObjectNode shown(JsonNode sent) {
    ObjectNode shown = Json.object();
    Phenotype found = phenotypes.find(id(sent), name(sent)).orElseThrow();
    shown.put("id", found.id());
    shown.put("name", name(sent).isBlank() ? found.name() : name(sent));
    if (sent.path("related").isBoolean()) {
      shown.set("related", sent.get("related"));
    }
    if (sent.path("diseasesIds").isArray()) {
      shown.set("diseasesIds", sent.get("diseasesIds").deepCopy());
    }
    return shown;
  }

  private static List<JsonNode> members(JsonNode patients) {
    List<JsonNode> members = new ArrayList<>();
    MEMBERS.forEach(member -> members.add(patients.path(member.key())));
    patients.path("other").forEach(members::add);
    return members;
  }

  private static String id(JsonNode phenotype) {
    return CaseDrafts.textOr(phenotype, "id", "");
  }

  private static String name(JsonNode phenotype) {
    return CaseDrafts.textOr(phenotype, "name", "");
  }

  private record Member(String key, String relationship) {}
}
