package dev.casewright.contracttests.consumer;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseType;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.Gender;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.NewPhenotype;
import dev.casewright.client.emedgene.model.Relationship;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What the consumer tests of the Emedgene client share. */
final class EmedgenePacts {

  static final String USERNAME = "demo@lab.example";
  static final String PASSWORD = "demo-password";

  /** A phenotype that the mock server knows, and one that no server knows. */
  static final String PHENOTYPE = "phenotypes/EMG_PHENOTYPE_0001250";

  static final String UNKNOWN_PHENOTYPE = "phenotypes/EMG_PHENOTYPE_9999999";

  /** The body of a refusal; our client shows it by accessor only. */
  static final String REFUSAL = "{\"message\": \"Synthetic reason.\"}";

  private EmedgenePacts() {}

  /** An interaction over TLS, with the fixed token of the pacts. */
  static ConsumerPact emedgene(String description) {
    return ConsumerPact.with("emedgene", description).bearer();
  }

  /** The same after the seed pack's case has been given a status. */
  static ConsumerPact emedgene(String description, String status) {
    return emedgene(description)
        .given("a case with a status", Map.of("name", EmedgeneSeed.CASE, "status", status));
  }

  static EmedgeneClient client(URI url) {
    return EmedgeneClient.builder()
        .baseUrl(url)
        .allowPlainHttpOnLoopback()
        .token(ConsumerPact.TOKEN)
        .build();
  }

  static CreateCaseRequest request(String phenotype) {
    NewPerson proband =
        NewPerson.builder()
            .id("proband")
            .fastqSample("SYNTH-PACT-01")
            .gender(Gender.FEMALE)
            .relationship(Relationship.TEST_SUBJECT)
            .healthy(false)
            .phenotypes(List.of(NewPhenotype.builder().id(phenotype).build()))
            .build();
    return CreateCaseRequest.builder()
        .shouldUpload(false)
        .testData(
            NewCaseData.builder()
                .type(CaseType.EXOME)
                .selectedPresetSet("Default")
                .patients(NewPatients.builder().proband(proband).build())
                .build())
        .build();
  }

  /** {@link #request} as it stands on the wire. */
  static String json(String phenotype) {
    return """
        {"should_upload": false, "test_data": {"type": "Exome", "selected_preset_set": "Default",
         "patients": {"proband": {"id": "proband", "fastq_sample": "SYNTH-PACT-01",
         "gender": "Female", "relationship": "Test Subject", "healthy": false,
         "phenotypes": [{"id": "%s"}]}}}}"""
        .formatted(phenotype);
  }
}
