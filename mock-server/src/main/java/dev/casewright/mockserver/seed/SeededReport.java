package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.Genome;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportContent;
import java.util.List;

/** A report of a seed pack in one space: the ids are the space's, all else is shared by all. */
record SeededReport(ObjectNode shared, Genome genome, long id, long workspaceId)
    implements ReportContent {

  private static final long VARIANT_REPORTS = 4000;
  private static final List<String> LEFT_OUT_AS_NULL =
      List.of(
          "panel_id",
          "filter_id",
          "sample_collected_date",
          "sample_received_date",
          "report_approved_date",
          "vaast_report_id");

  /** The fields of an entry of {@code reports.yaml}, without the ids that depend on the space. */
  static ObjectNode fields(JsonNode entry, VariantLibrary variants) {
    ObjectNode fields = entry.deepCopy();
    JsonNode genome = fields.remove("genome");
    ArrayNode found = Json.array();
    entry.path("variants").forEach(mention -> found.add(variants.ofReport(mention)));
    fields.put("type", "clinical_report");
    fields.set("genome_id", genome.get("id"));
    fields.put("variant_count", found.size());
    fields.set("variants", found);
    fillUp(fields);
    return fields;
  }

  /** A faithful server sends these in every list, so an entry may leave them out. */
  private static void fillUp(ObjectNode fields) {
    for (String nullable : LEFT_OUT_AS_NULL) {
      if (!fields.has(nullable)) {
        fields.putNull(nullable);
      }
    }
    fields.putIfAbsent(
        "variant_report_id", LongNode.valueOf(VARIANT_REPORTS + fields.path("id").asLong()));
    fields.putIfAbsent("include_cosmic", BooleanNode.FALSE);
    fields.putIfAbsent("reviewed_variant_count", IntNode.valueOf(0));
    fields.putIfAbsent("patient_dict", Json.object());
    fields.putIfAbsent("filter_name", TextNode.valueOf("None"));
  }

  static Genome genome(JsonNode entry) {
    JsonNode genome = entry.path("genome");
    return new Genome(
        genome.path("id").asLong(),
        genome.path("name").asText(),
        genome.path("external_id").asText());
  }

  Report in(SpaceNumbers numbers) {
    return new Report(
        new SeededReport(shared, genome, numbers.reportId(id), numbers.workspaceId(workspaceId)));
  }

  @Override
  public String status() {
    return shared.path("status").asText();
  }

  @Override
  public String testType() {
    return shared.path("test_type").asText();
  }

  @Override
  public String createdOn() {
    return shared.path("created_on").asText();
  }

  @Override
  public String accessionId() {
    return shared.path("accession_id").asText();
  }

  @Override
  public ObjectNode fields() {
    return shared.deepCopy().put("id", id).put("workspace_id", workspaceId);
  }

  @Override
  public String toString() {
    return "report " + id;
  }
}
