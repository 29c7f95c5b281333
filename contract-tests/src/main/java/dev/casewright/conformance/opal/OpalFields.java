package dev.casewright.conformance.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a report and of its patient, as the samples and the contract have them. */
final class OpalFields {

  /** What all known samples of a report share. */
  static final List<String> OF_EVERY_SAMPLE =
      List.of(
          "id",
          "workspace_id",
          "created_by",
          "created_on",
          "status",
          "test_type",
          "accession_id",
          "version");

  /** What the vendor's sample of a list has in its report. */
  static final List<String> OF_SAMPLED_LIST =
      join(
          OF_EVERY_SAMPLE,
          "panel_id",
          "genome_id",
          "filter_id",
          "sample_collected_date",
          "sample_received_date",
          "report_approved_date",
          "variant_report_id",
          "vaast_report_id",
          "include_cosmic",
          "variant_count",
          "reviewed_variant_count",
          "patient_dict");

  /** What the vendor's sample of one report has. */
  static final List<String> OF_SAMPLED_REPORT = join(OF_SAMPLED_LIST, "type", "filter_name");

  /** What the vendor's samples have in {@code patient_dict}. */
  static final List<String> OF_SAMPLED_PATIENT =
      List.of(
          "first_name",
          "last_name",
          "dob_year",
          "dob_month",
          "dob_day",
          "sex",
          "ethnicity",
          "indication_for_testing",
          "specimen_type",
          "ordering_physician");

  private static final Contract CONTRACT = Contract.of(Api.OPAL);

  private OpalFields() {}

  static Set<String> of(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The fields that have a value of another JSON type than the contract gives them. */
  static List<String> ofWrongType(String schema, JsonNode object) {
    return of(object).stream()
        .filter(field -> !object.path(field).isNull())
        .filter(field -> !hasType(object.path(field), property(schema, field)))
        .toList();
  }

  /** The fields that are null although the contract does not know them to be null at times. */
  static List<String> wronglyNull(String schema, JsonNode object) {
    return of(object).stream()
        .filter(field -> object.path(field).isNull())
        .filter(field -> property(schema, field).has("type"))
        .filter(field -> !property(schema, field).path("nullable").asBoolean())
        .toList();
  }

  private static JsonNode property(String schema, String field) {
    return CONTRACT.at(
        "/components/schemas/"
            + schema
            + "/properties/"
            + field.replace("~", "~0").replace("/", "~1"));
  }

  /** A field that the contract does not know, or gives no type, may hold anything. */
  private static boolean hasType(JsonNode value, JsonNode property) {
    return switch (property.path("type").asText()) {
      case "integer" -> value.isIntegralNumber();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      default -> true;
    };
  }

  private static List<String> join(List<String> fields, String... more) {
    return Stream.concat(fields.stream(), Stream.of(more)).toList();
  }
}
