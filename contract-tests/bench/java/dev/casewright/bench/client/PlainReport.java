package dev.casewright.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * A report with the fields of the contract, as one writes it down by hand. One that misses what the
 * contract requires is refused.
 */
record PlainReport(
    Long id,
    Long workspaceId,
    Long createdBy,
    LocalDateTime createdOn,
    Long panelId,
    Long genomeId,
    Long filterId,
    String status,
    String testType,
    LocalDateTime sampleCollectedDate,
    LocalDateTime sampleReceivedDate,
    String accessionId,
    LocalDateTime reportApprovedDate,
    Long variantReportId,
    Long vaastReportId,
    Boolean includeCosmic,
    Integer version,
    Integer variantCount,
    Integer reviewedVariantCount,
    PlainPatient patientDict,
    String type,
    String filterName,
    String pipelineVersion,
    Long assayTypeId,
    Long submittedBy,
    LocalDateTime submittedOn,
    Long submittedForReviewBy,
    LocalDateTime submittedForReviewOn,
    JsonNode qcStatus,
    JsonNode hasRefcalls,
    String phevorTerms,
    Long motherGenomeId,
    Long motherVariantReportId,
    Long fatherGenomeId,
    Long fatherVariantReportId,
    Long siblingGenomeId,
    Long siblingVariantReportId,
    String siblingSex,
    Boolean siblingAffected,
    String duoRelation,
    Long duoRelationGenomeId,
    Long duoRelationVariantReportId,
    Boolean duoAffected,
    JsonNode hpoTerms,
    JsonNode members,
    JsonNode variants,
    JsonNode patientFields) {

  PlainReport {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspaceId, "workspace_id");
    Objects.requireNonNull(createdBy, "created_by");
    Objects.requireNonNull(createdOn, "created_on");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(testType, "test_type");
    Objects.requireNonNull(accessionId, "accession_id");
    Objects.requireNonNull(version, "version");
  }

  /** The patient, as far as the contract names fields. */
  record PlainPatient(
      String firstName,
      String lastName,
      Integer dobYear,
      Integer dobMonth,
      Integer dobDay,
      String sex,
      String ethnicity,
      String indicationForTesting,
      String specimenType,
      String orderingPhysician) {}

  /** A page of a list. */
  record Page(List<PlainReport> objects) {
    Page {
      Objects.requireNonNull(objects, "objects");
    }
  }
}
