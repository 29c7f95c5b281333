package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.switches.Switches;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The handlers of all operations of Emedgene. */
public final class EmedgeneOperations {

  private EmedgeneOperations() {}

  /**
   * Makes the handlers.
   *
   * @param tokens issues the tokens of the login
   * @param drafts makes cases out of payloads
   * @param pdf draws the PDFs
   * @param random chooses the names of new cases; need not be thread-safe
   * @param answerLimit the most bytes that a list may have
   * @param switches decide what the sources leave open
   * @return the handlers by operationId
   */
  public static Map<String, OperationHandler> handlers(
      Tokens tokens,
      CaseDrafts drafts,
      ReportPdf pdf,
      RandomGenerator random,
      long answerLimit,
      Switches switches) {
    Login login = new Login(tokens);
    CaseReading reading = new CaseReading();
    return Map.ofEntries(
        Map.entry("login", login::login),
        Map.entry("loginV1", login::loginV1),
        Map.entry("createCase", new CaseCreation(drafts, new CaseNames(random))),
        Map.entry("getOrgUsers", new Users()),
        Map.entry("assignParticipants", new Participants()),
        Map.entry("getCase", reading::detail),
        Map.entry("getCaseInfo", reading::info),
        Map.entry("getCandidates", reading::candidates),
        Map.entry("updateCaseStatus", new StatusChange()),
        Map.entry("listCases", new CaseList(answerLimit)),
        Map.entry("getCaseReport", new CaseReports(pdf)),
        Map.entry("createPresetGroup", new PresetGroups()),
        Map.entry("findSamples", new Samples(answerLimit, switches)),
        Map.entry("getApiDocumentation", new Documentation()));
  }
}
