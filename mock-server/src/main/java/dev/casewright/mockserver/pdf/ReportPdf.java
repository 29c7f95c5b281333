package dev.casewright.mockserver.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws the reports of both APIs. The same report gives the same bytes every time. Thread-safe;
 * takes some milliseconds.
 */
public final class ReportPdf {

  private static final List<String> VARIANT_HEADS =
      List.of("Gene", "Transcript", "Change", "Protein", "Zygosity", "Significance");

  /** A drawer of reports. */
  public ReportPdf() {}

  /**
   * The final PDF of an Opal report.
   *
   * @param report the extended report
   * @return the bytes of the file
   */
  public byte[] finalReport(JsonNode report) {
    return opal(report, "Clinical report", "");
  }

  /**
   * The preview PDF of an Opal report, with PREVIEW across every page.
   *
   * @param report the extended report
   * @return the bytes of the file
   */
  public byte[] preview(JsonNode report) {
    return opal(report, "Clinical report (preview)", "PREVIEW");
  }

  /**
   * The report of a finalized Emedgene case.
   *
   * @param report the JSON form of the same report
   * @param template the name of the template
   * @return the bytes of the file
   */
  public byte[] caseReport(JsonNode report, String template) {
    JsonNode test = report.path("test");
    PdfPage page = new PdfPage("Case " + text(test, "name"), "");
    page.facts(
        List.of(
            fact("Case", test, "name"),
            List.of("Template", template),
            fact("Type", test, "type"),
            fact("Indication", test, "indication_for_testing"),
            fact("Signed by", test, "signed_by"),
            fact("Signed", test, "signing_date")));
    page.table(
        "Most likely variants",
        VARIANT_HEADS,
        rows(report.path("report_data").path("most_likely_variants"))
            .map(
                variant ->
                    List.of(
                        text(variant, "gene_name"),
                        text(variant, "isoform"),
                        text(variant, "nucleotide"),
                        text(variant, "aminoacid"),
                        text(variant, "proband_zygosity"),
                        text(variant, "acmg_classification")))
            .toList(),
        "No variant explains the phenotype.");
    page.paragraph("Notes", text(test, "notes"));
    return page.bytes();
  }

  private static byte[] opal(JsonNode report, String title, String watermark) {
    JsonNode patient = report.path("patient_dict");
    PdfPage page = new PdfPage(title + " " + text(report, "id"), watermark);
    page.facts(
        List.of(
            fact("Report", report, "id"),
            fact("Accession", report, "accession_id"),
            fact("Version", report, "version"),
            fact("Status", report, "status"),
            fact("Test", report, "test_type"),
            fact("Approved", report, "report_approved_date"),
            List.of(
                "Patient", (text(patient, "first_name") + " " + text(patient, "last_name")).trim()),
            fact("Sex", patient, "sex"),
            fact("Indication", patient, "indication_for_testing"),
            fact("Specimen", patient, "specimen_type"),
            fact("Ordering physician", patient, "ordering_physician")));
    page.table(
        "Variants",
        VARIANT_HEADS,
        rows(report.path("variants"))
            .map(
                variant ->
                    List.of(
                        text(variant, "gene"),
                        text(variant, "transcript"),
                        text(variant, "hgvs_c"),
                        text(variant, "hgvs_p"),
                        text(variant, "zygosity"),
                        text(variant, "classification")))
            .toList(),
        "No variant was found that explains the indication.");
    return page.bytes();
  }

  private static Stream<JsonNode> rows(JsonNode array) {
    return array.valueStream();
  }

  private static List<String> fact(String label, JsonNode object, String field) {
    return List.of(label, text(object, field));
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isNull() ? "" : value.asText();
  }
}
