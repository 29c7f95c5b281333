package dev.casewright.client.emedgene;

import dev.casewright.client.call.OperationFacts;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.emedgene.wire.ParticipantsApi;
import dev.casewright.client.emedgene.wire.ReportsApi;

/** What is known of the operations of Emedgene beyond the contract. */
final class EmedgeneFacts implements OperationFacts {
  /**
   * That a report needs a finalized case is documented; that the refusal is a 400 is inferred, as
   * is 400 for a request that is wrong.
   */
  @Override
  public boolean isAboutState(String operation, int status) {
    return status == 400 && operation.equals(ReportsApi.GET_CASE_REPORT);
  }

  @Override
  public String howToFindOut(String operation) {
    return switch (operation) {
      case CasesApi.CREATE_CASE ->
          "The server may still be at work: wait, a minute or more, before you look."
              + " findSamplesByName(...) with the name of the proband's sample gives the name of"
              + " the case, if there is one; createOrFind(...) looks, and creates it only if it"
              + " finds none.";
      case CasesApi.UPDATE_CASE_STATUS -> "getCaseInfo(...) gives the status that the case has.";
      case ParticipantsApi.ASSIGN_PARTICIPANTS ->
          "getCase(...) gives the participants that the case has.";
      case CasesApi.CREATE_PRESET_GROUP ->
          "No operation lists the preset groups of a case: look at the case in the web"
              + " application.";
      default -> OperationFacts.super.howToFindOut(operation);
    };
  }
}
