package dev.casewright.conformance.record;

/** The jar does not hold what its tests would have written down. */
public final class NoRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoRecordException(String what) {
    super(what + ". Build it with its tests: mvn verify, without -DskipTests.");
  }
}
