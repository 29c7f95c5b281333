package dev.casewright.conformance.run;

/** The server refuses the credentials of the run. */
public final class CredentialsRefusedException extends TargetNotUsableException {

  private static final long serialVersionUID = 1L;

  CredentialsRefusedException(String what, int status, String nextStep) {
    super(what + " refused the credentials with " + status + ". " + nextStep);
  }
}
