package dev.casewright.conformance.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Operation;
import java.util.Locale;
import java.util.function.Function;

/** The operations of the API, each with a subject for which a correct server answers 200. */
enum OpalOperation {
  GET_REPORTS("/reports", OpalReports::any),
  GET_ONE_REPORT("/reports/{id}", OpalReports::any),
  GET_FINAL_PDF_REPORT("/reports/{id}/pdf_report", reports -> reports.withStatus("APPROVED")),
  GET_PREVIEW_PDF_REPORT(
      "/reports/{id}/pdf_preview", reports -> reports.neverApproved("READY TO REVIEW"));

  private final String path;
  private final Function<OpalReports, JsonNode> subject;

  OpalOperation(String path, Function<OpalReports, JsonNode> subject) {
    this.path = path;
    this.subject = subject;
  }

  /** The one of the contract's operation. */
  static OpalOperation of(Operation operation) {
    String name = operation.id().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return valueOf(name);
  }

  /** The path for any text in the place of the id. */
  String path(Object id) {
    return path.replace("{id}", id.toString());
  }

  /** The path for a report that has what the operation gives. */
  String path(OpalReports reports) {
    return path(OpalReports.id(subject.apply(reports)));
  }

  boolean givesPdf() {
    return this == GET_FINAL_PDF_REPORT || this == GET_PREVIEW_PDF_REPORT;
  }
}
