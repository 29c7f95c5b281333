package dev.casewright.client.emedgene;

import dev.casewright.client.call.OperationFacts;

/** What is known of the operations of Emedgene beyond the contract. */
final class EmedgeneFacts implements OperationFacts {
  /**
   * That a report needs a finalized case is documented; that the refusal is a 400 is inferred, as
   * is 400 for a request that is wrong.
   */
  @Override
  public boolean isAboutState(String operation, int status) {
    return status == 400 && operation.equals("getCaseReport");
  }

  @Override
  public String howToFindOut(String operation) {
    return switch (operation) {
      case "createCase" ->
          "The server may still be at work: wait, a minute or more, before you look."
              + " findSamplesByName(...) with the name of the proband's sample gives the name of the"
              + " case, if there is one; createOrFind(...) looks, and creates it only if it finds"
              + " none.";
      case "updateCaseStatus" -> "getCaseInfo(...) gives the status that the case has.";
      case "assignParticipants" -> "getCase(...) gives the participants that the case has.";
      case "createPresetGroup" ->
          "No operation lists the preset groups of a case: look at the case in the web application.";
      default -> OperationFacts.super.howToFindOut(operation);
    };
  }
}
