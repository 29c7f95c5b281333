package dev.casewright.conformance.ledger;

/** The run proves nothing about a vendor's server, so the ledger is not written. */
public final class LedgerRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerRefusedException(String reason) {
    super(reason);
  }
}
