package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A report whose fields are kept. */
final class WrittenReport implements ReportContent {

  private final ObjectNode fields;
  private final Genome genome;

  WrittenReport(ObjectNode fields, Genome genome) {
    for (String needed :
        List.of("id", "workspace_id", "status", "test_type", "created_on", "accession_id")) {
      if (!fields.hasNonNull(needed)) {
        throw new IllegalArgumentException("A report has no " + needed + ".");
      }
    }
    this.fields = fields.deepCopy();
    this.genome = genome;
  }

  @Override
  public long id() {
    return fields.path("id").asLong();
  }

  @Override
  public String status() {
    return text("status");
  }

  @Override
  public String testType() {
    return text("test_type");
  }

  @Override
  public String createdOn() {
    return text("created_on");
  }

  @Override
  public String accessionId() {
    return text("accession_id");
  }

  @Override
  public Genome genome() {
    return genome;
  }

  @Override
  public ObjectNode fields() {
    return fields.deepCopy();
  }

  private String text(String field) {
    return fields.path(field).asText();
  }
}
