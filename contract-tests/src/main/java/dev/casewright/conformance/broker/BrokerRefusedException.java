package dev.casewright.conformance.broker;

/** A broker did not take what was published. */
public final class BrokerRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerRefusedException(String message) {
    super(message + " Check the address and the credentials.");
  }
}
