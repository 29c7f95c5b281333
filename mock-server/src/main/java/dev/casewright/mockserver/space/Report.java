package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A clinical report of Opal, in the shape of the contract. Immutable: what it gives out are copies.
 *
 * <p>The genome stays known while the report waits for it, so that a report can be set back to
 * waiting and on again; only what is told of it depends on the status.
 */
public final class Report {

  private static final List<String> GENOME_FIELDS =
      List.of("genome_id", "mother_genome_id", "father_genome_id");
  private static final List<String> ONLY_IN_ONE = List.of("type", "filter_name");
  private static final List<String> ONLY_EXTENDED = List.of("variants", "patient_fields");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final ReportContent content;

  /**
   * A report.
   *
   * @param fields all fields of the extended report, as if its genome were there
   * @param genome the genome of the patient
   * @throws IllegalArgumentException if a field is missing that the rules of the mock need
   */
  public Report(ObjectNode fields, Genome genome) {
    this(new WrittenReport(fields, genome));
  }

  /**
   * A report whose fields may be computed when they are asked for.
   *
   * @param content what it holds
   */
  public Report(ReportContent content) {
    this.content = content;
  }

  ReportContent content() {
    return content;
  }

  /**
   * The number of the report.
   *
   * @return the id
   */
  public long id() {
    return content.id();
  }

  /**
   * Where the report stands.
   *
   * @return the status
   */
  public String status() {
    return content.status();
  }

  /**
   * How far the report has come.
   *
   * @return the stage that its status belongs to
   */
  public ReportStage stage() {
    return ReportStage.of(status());
  }

  /**
   * The kind of test.
   *
   * @return the test type
   */
  public String testType() {
    return content.testType();
  }

  /**
   * When it was created, as text that sorts by time.
   *
   * @return a time without a zone
   */
  public String createdOn() {
    return content.createdOn();
  }

  /**
   * The laboratory's own id.
   *
   * @return the accession
   */
  public String accessionId() {
    return content.accessionId();
  }

  /**
   * The genome of the patient, also while the report waits for it.
   *
   * @return the genome
   */
  public Genome genome() {
    return content.genome();
  }

  /**
   * Whether the report has its genome.
   *
   * @return false while it waits for it
   */
  public boolean hasGenome() {
    return !status().equals(ReportStatus.WAITING_FOR_SAMPLE);
  }

  /**
   * Whether the report is or was approved.
   *
   * @return true if it has a date of approval
   */
  public boolean hasApprovalDate() {
    return content.fields().hasNonNull("report_approved_date");
  }

  /**
   * The report as it stands in a list: without the two fields that only one report has.
   *
   * @return a new object
   */
  public ObjectNode listed() {
    ObjectNode listed = plain();
    listed.remove(ONLY_IN_ONE);
    return listed;
  }

  /**
   * The report as it is given alone.
   *
   * @return a new object
   */
  public ObjectNode plain() {
    ObjectNode plain = extended();
    plain.remove(ONLY_EXTENDED);
    return plain;
  }

  /**
   * The report with variants and patient fields.
   *
   * @return a new object
   */
  public ObjectNode extended() {
    ObjectNode extended = content.fields();
    if (!hasGenome()) {
      GENOME_FIELDS.stream().filter(extended::has).forEach(extended::putNull);
    }
    extended.set("patient_fields", patientFields(extended));
    return extended;
  }

  /**
   * The same report in another status. An approval sets its date, which a report that is opened
   * again keeps (C10).
   *
   * @param status the status
   * @param now the time of the change, as Opal writes times
   * @return a new report
   */
  public Report withStatus(String status, LocalDateTime now) {
    ObjectNode changed = content.fields().put("status", status);
    if (status.equals(ReportStatus.APPROVED) && !status().equals(ReportStatus.APPROVED)) {
      changed.put("report_approved_date", TIME.format(now));
      changed.set("reviewed_variant_count", changed.get("variant_count"));
    }
    return new Report(changed, genome());
  }

  private static ArrayNode patientFields(ObjectNode fields) {
    ArrayNode labelled = Json.array();
    JsonNode patient = fields.path("patient_dict");
    patient
        .properties()
        .forEach(
            field -> labelled.addObject().put(label(field.getKey()), field.getValue().asText()));
    return labelled;
  }

  /** {@code ordering_physician} becomes "Ordering Physician", as labels of a workspace look. */
  private static String label(String name) {
    StringBuilder label = new StringBuilder();
    for (String word : name.split("_")) {
      label.append(label.isEmpty() ? "" : " ");
      label.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return label.toString();
  }

  @Override
  public String toString() {
    return "report " + id() + " " + status();
  }
}
