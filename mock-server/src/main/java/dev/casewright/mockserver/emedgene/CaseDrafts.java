package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.SpaceState;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Makes out of the payload of a new case what the case will answer: snake case partly becomes camel
 * case, ids become objects, and what was left out gets its empty form (no. 15). Immutable.
 */
public final class CaseDrafts {

  private static final long FIRST_CASE_ID = 1_000_101;
  private static final long ALL_GENES = 1;

  private final Families families;

  /**
   * Drafts with the given phenotypes.
   *
   * @param phenotypes looks phenotypes up
   */
  public CaseDrafts(PhenotypeCatalogue phenotypes) {
    this.families = new Families(phenotypes);
  }

  /**
   * Checks a payload that fits the contract for what the contract cannot say.
   *
   * @param payload the payload
   * @param dryRun whether no case is to be made
   * @throws Refusal with status 400 if a phenotype is not known (EMG-CASE-15)
   */
  void check(JsonNode payload, boolean dryRun) {
    List<String> unknown = families.unknownPhenotypes(payload.at("/test_data/patients"));
    if (!unknown.isEmpty()) {
      throw new Refusal(
          400,
          "Unknown phenotypes: "
              + String.join(", ", unknown)
              + ". Send an HPO id such as HP:0001250, or a name without an id.",
          dryRun ? "EMG-CASE-14" : "EMG-CASE-17",
          "EMG-CASE-15",
          "EMG-CASE-16");
    }
    SampleDrafts.check(payload.at("/test_data/samples"));
  }

  /**
   * The members of a case that no call of the API changes.
   *
   * @param payload the payload of the case, which fits the contract
   * @param state what the organisation has already
   * @return the members, in the order of a real answer; those that depend on the standing of the
   *     case hold their place as null
   * @throws Refusal with status 400 if a phenotype is not known
   */
  public ObjectNode fields(JsonNode payload, SpaceState state) {
    return fields(
        payload,
        state.organisation(),
        1 + Math.max(state.lastCaseId(), FIRST_CASE_ID - 1),
        new SampleDrafts(state::sample, state.lastSampleId()));
  }

  /**
   * The members of a case of a seed pack, whose ids are given.
   *
   * @param payload the payload of the case, which fits the contract
   * @param organisation the organisation of the case
   * @param id the numeric id of the case
   * @param lastSampleId the id before that of its first new sample
   * @param known finds the samples of other cases
   * @return the members
   * @throws Refusal with status 400 if a phenotype is not known
   */
  public ObjectNode fields(
      JsonNode payload,
      Organisation organisation,
      long id,
      long lastSampleId,
      LongFunction<Optional<ObjectNode>> known) {
    return fields(payload, organisation, id, new SampleDrafts(known, lastSampleId));
  }

  private ObjectNode fields(
      JsonNode payload, Organisation organisation, long id, SampleDrafts samples) {
    check(payload, false);
    JsonNode data = payload.path("test_data");
    ObjectNode fields = Json.object();
    fields.put("id", id);
    fields.putNull("name");
    fields.put("type", data.path("type").asText("Exome"));
    fields.put("sample_type", data.path("sample_type").asText("fastq"));
    nulls(fields, "status", "status_info");
    fields.put("resolved", 0);
    fields.put("sharing_level", payload.path("sharing_level").asInt(0));
    nulls(fields, "quality", "pipeline_version", "benderStatus", "created", "delivered_date");
    nulls(fields, "last_access_date", "signing_date", "status_change_date");
    fields.set("due_date", data.path("due_date").isTextual() ? data.get("due_date") : null);
    nulls(fields, "creator", "signer", "participants");
    fields.putObject("group_participants");
    request(fields, data, organisation);
    geneList(fields, data, organisation);
    nulls(fields, "checked_presets");
    fields.putArray("finalized_variants");
    for (String text :
        List.of("gene_interpretation", "preset_comment", "recommendations", "signing_notes")) {
      fields.put(text, "");
    }
    fields.set("patients", families.persons(data.path("patients")));
    fields.set("samples", samples.samples(data));
    fields.set("phenotypes", families.expandedPhenotypes(data.at("/patients/proband")));
    nulls(fields, "organization");
    return fields;
  }

  private static void request(ObjectNode fields, JsonNode data, Organisation organisation) {
    fields.put("analysisType", textOr(data, "analysis_type", ""));
    fields.put("boostGenes", data.path("boostGenes").asBoolean(false));
    fields.put("consanguinity", data.path("consanguinity").asBoolean(false));
    fields.put("disease_penetrance", data.path("disease_penetrance").asDouble(100));
    fields.put("disease_severity", textOr(data, "disease_severity", ""));
    fields.set("diseases", arrayOf(data, "diseases"));
    fields.put("incidental_findings", textOr(data, "incidental_findings", "No"));
    fields.put("indication_for_testing", textOr(data, "indication_for_testing", ""));
    fields.set("inheritance_modes", arrayOf(data, "inheritance_modes"));
    fields.put("notes", textOr(data, "notes", ""));
    fields.set("selected_preset_set", data.get("selected_preset_set"));
    fields.set(
        "sequence_info",
        data.path("sequence_info").isObject()
            ? data.get("sequence_info").deepCopy()
            : Json.object());
    ArrayNode labels = fields.putArray("labels");
    data.path("labels")
        .forEach(
            label ->
                labels
                    .addObject()
                    .put("id", label.asLong())
                    .put("name", organisation.labels().getOrDefault(label.asLong(), "Label")));
  }

  /** EMG-GET-10: without a list of its own a case looks at all genes. */
  private static void geneList(ObjectNode fields, JsonNode data, Organisation organisation) {
    JsonNode list = data.path("gene_list");
    boolean visible =
        list.path("visible").asBoolean(data.path("gene_list_visible").asBoolean(false));
    ArrayNode genes = Json.array();
    String name;
    long id;
    switch (list.path("type").asText("all")) {
      case "existing" -> {
        id = list.path("id").asLong(ALL_GENES);
        name = organisation.geneLists().getOrDefault(id, "Gene list " + id);
      }
      case "new" -> {
        // The list gets an id of its own; the id of the case serves, since both are new.
        id = fields.path("id").asLong();
        name = textOr(list, "name", "Gene list " + id);
        list.path("genes")
            .forEach(gene -> genes.addObject().put("name", gene.path("name").asText()));
      }
      default -> {
        id = ALL_GENES;
        name = "All genes";
      }
    }
    fields.put("geneListName", name);
    fields.put("geneListVisible", visible);
    fields.put("gene_list_id", id);
    fields.set("genes", genes);
  }

  static String textOr(JsonNode object, String field, String otherwise) {
    return object.path(field).isTextual() ? object.path(field).asText() : otherwise;
  }

  private static ArrayNode arrayOf(JsonNode object, String field) {
    return object.path(field).isArray() ? object.path(field).deepCopy() : Json.array();
  }

  private static void nulls(ObjectNode object, String... fields) {
    for (String field : fields) {
      object.putNull(field);
    }
  }
}
