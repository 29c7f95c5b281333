package dev.casewright.client.opal;

import dev.casewright.client.call.OperationFacts;
import dev.casewright.client.opal.wire.ReportsApi;

/** What is known of the operations of Opal beyond the contract. */
final class OpalFacts implements OperationFacts {
  /**
   * The 422 of the two PDF operations is documented to be about the status of the report
   * (OPAL-PDF-02, OPAL-PREV-02 and others).
   */
  @Override
  public boolean isAboutState(String operation, int status) {
    return status == 422
        && (operation.equals(ReportsApi.GET_FINAL_PDF_REPORT)
            || operation.equals(ReportsApi.GET_PREVIEW_PDF_REPORT));
  }
}
