package dev.casewright.conformance.run;

/** There is no server at an address, or none that is trusted. */
public final class TargetUnreachableException extends TargetNotUsableException {

  private static final long serialVersionUID = 1L;

  TargetUnreachableException(String what, String reason, String nextStep) {
    super(what + " is not reachable: " + reason + " " + nextStep);
  }
}
