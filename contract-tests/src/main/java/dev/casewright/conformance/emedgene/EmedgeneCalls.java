package dev.casewright.conformance.emedgene;

import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;

/** Calls that fit the contract and the target. */
final class EmedgeneCalls {

  private static final String REPORT_TYPE = "pdf";
  private static final String REPORT_ID = "1";

  private final EmedgeneTarget target;
  private final EmedgeneCases cases;
  private final EmedgeneOwnCases own;
  private final EmedgeneUsers users;

  EmedgeneCalls(TargetControl control, EmedgeneCases cases) {
    this.target = control.emedgene();
    this.cases = cases;
    this.own = new EmedgeneOwnCases(control);
    this.users = new EmedgeneUsers(target);
  }

  /**
   * A call on a case that the target has; of a payload it is a dry run. What could change a case
   * goes to one that was made for it.
   */
  EmedgeneCall onListed(EmedgeneOperation operation) {
    return switch (operation) {
      case CREATE_CASE -> onCase(operation, "").withQuery("dry_run=true");
      case ASSIGN_PARTICIPANTS, UPDATE_CASE_STATUS, CREATE_PRESET_GROUP ->
          onCase(operation, own.toBeRefused());
      case GET_CASE_REPORT -> onCase(operation, cases.any("finalized"));
      case GET_CASE, GET_CASE_INFO, GET_CANDIDATES -> onCase(operation, cases.any());
      default -> onCase(operation, "");
    };
  }

  /** A call on a case of our own that changes it or makes something new. */
  EmedgeneCall onOwn(EmedgeneOperation operation, EmedgeneOwnCases own) {
    return switch (operation) {
      case UPDATE_CASE_STATUS ->
          onCase(operation, own.delivered()).withBody("{\"status\":\"custom_status_1\"}");
      case ASSIGN_PARTICIPANTS, CREATE_PRESET_GROUP -> onCase(operation, own.open());
      default -> onCase(operation, "");
    };
  }

  /** A call on the case of the given name; of an operation that knows no case, just a call. */
  EmedgeneCall onCase(EmedgeneOperation operation, String caseName) {
    String path =
        operation
            .path()
            .replace("{case_name}", caseName)
            .replace("{report_type}", REPORT_TYPE)
            .replace("{report_id}", REPORT_ID);
    String query =
        switch (operation) {
          case LIST_CASES -> "status=finalized";
          case FIND_SAMPLES -> "query=S&sampleType=fastq";
          default -> "";
        };
    return new EmedgeneCall(operation.method(), path, query, bodyOf(operation));
  }

  private String bodyOf(EmedgeneOperation operation) {
    return switch (operation) {
      case LOGIN, LOGIN_V1 -> EmedgeneTarget.credentials(target.username(), target.password());
      case CREATE_CASE -> EmedgenePayload.waiting().toString();
      case ASSIGN_PARTICIPANTS -> "{\"action\":\"assign\",\"ids\":[" + users.anId() + "]}";
      case UPDATE_CASE_STATUS -> "{\"status\":\"delivered\"}";
      case CREATE_PRESET_GROUP -> EmedgenePayload.presetGroup().toString();
      default -> null;
    };
  }
}
