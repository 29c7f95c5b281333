package dev.casewright.mockserver;

/** Payloads of new cases, all made up. */
public final class Payloads {

  private Payloads() {}

  public static String onePerson() {
    return withPhenotype("{\"id\": \"phenotypes/EMG_PHENOTYPE_0001250\", \"name\": \"Seizure\"}");
  }

  public static String waiting() {
    return onePerson().replace("\"should_upload\": false", "\"should_upload\": true");
  }

  public static String withoutPresetGroup() {
    return onePerson().replace("\"Default\"", "null");
  }

  public static String withPhenotype(String phenotype) {
    return """
        {"should_upload": false, "sharing_level": 0, "test_data": {
          "analysis_type": null, "consanguinity": true, "notes": "Synthetic notes",
          "indication_for_testing": "Synthetic indication", "selected_preset_set": "Default",
          "type": "Exome", "sample_type": "fastq",
          "patients": {"proband": {"id": "proband", "fastq_sample": "SYNTHETIC-1", "gender": "Female",
            "relationship": "Test Subject", "phenotypes": [%s]}},
          "samples": [{"fastq": "SYNTHETIC-1", "status": "uploaded", "sampleFiles": [
            {"filename": "one.fastq.gz", "path": "/one.fastq.gz", "size": 0, "storage_id": "12"}]}]}}
        """
        .formatted(phenotype);
  }
}
