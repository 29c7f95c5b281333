package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the files of a seed pack hold.
 *
 * @param laboratory the workspace and the organisation
 * @param variants the variants that the others refer to, by key
 * @param reports the reports
 * @param cases the cases
 */
record PackDocuments(JsonNode laboratory, JsonNode variants, JsonNode reports, JsonNode cases) {

  static PackDocuments of(SeedFiles files) {
    return new PackDocuments(
        files.read("laboratory.yaml"),
        files.read("variants.yaml"),
        files.read("reports.yaml"),
        files.read("cases.yaml"));
  }
}
