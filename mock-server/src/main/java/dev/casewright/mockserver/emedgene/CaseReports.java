package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.SpaceState;
import java.util.Map;

/**
 * Reports of finalized cases. First the case is looked for, then its status is looked at, then the
 * type and id of the report (EMG-REP-01 to EMG-REP-09).
 */
public final class CaseReports implements OperationHandler {

  private static final Map<String, String> TEMPLATES =
      Map.of("1", "Clinical report", "2", "Summary for the referring physician");

  private final ReportPdf pdf;

  /**
   * Reports by a drawer.
   *
   * @param pdf draws the PDFs
   */
  public CaseReports(ReportPdf pdf) {
    this.pdf = pdf;
  }

  @Override
  public MockAnswer handle(Call call) {
    SpaceState state = call.ownSpace().state();
    CaseFile file = CaseFinder.find(state, call);
    if (!file.status().equals(CaseStatus.FINALIZED)) {
      throw new Refusal(
          400,
          "Reports are generated for finalized cases only. Finalize the case first.",
          "EMG-REP-02",
          "EMG-REP-03");
    }
    return report(
        file, state.organisation(), call.variable("report_type"), call.variable("report_id"));
  }

  /**
   * A report, whatever the status of its case.
   *
   * @param file the case
   * @param organisation the organisation that it belongs to
   * @param type the type of the report
   * @param id which report
   * @return the answer with the report
   * @throws Refusal with status 404 if there is no such report
   */
  public MockAnswer report(CaseFile file, Organisation organisation, String type, String id) {
    String template = TEMPLATES.get(id);
    if (template == null) {
      throw new Refusal(
          404, "path report_id: there is no such report. There are 1 and 2.", "EMG-REP-07");
    }
    ObjectNode report = report(file, organisation, template);
    return switch (type) {
      case "json" -> MockAnswer.json(200, report);
      case "pdf" ->
          MockAnswer.pdf(file.name() + "-" + id + ".pdf", pdf.caseReport(report, template));
      default ->
          throw new Refusal(
              404,
              "path report_type: there is no such report. There are pdf and json.",
              "EMG-REP-06");
    };
  }

  private static ObjectNode report(CaseFile file, Organisation organisation, String template) {
    ObjectNode detail = file.detail(organisation);
    ObjectNode report = Json.object();
    ObjectNode data = report.putObject("report_data");
    ArrayNode variants = data.putArray("most_likely_variants");
    ArrayNode diseases = data.putArray("diseases");
    for (JsonNode variant : file.candidates()) {
      if (variant.at("/tag/value").asText().equals("most_likely")) {
        variants.add(variant);
        diseases.add(variant.at("/evidence/disease"));
      }
    }
    ObjectNode test = report.putObject("test");
    test.put("name", file.name());
    test.put("template", template);
    for (String field :
        new String[] {
          "type", "indication_for_testing", "notes", "recommendations", "signing_date"
        }) {
      test.set(field, detail.get(field));
    }
    test.put("signed_by", detail.at("/signer/name").asText());
    return report;
  }
}
