package dev.casewright.conformance.target;

/** The admin API of the mock server does not do what it is asked. */
public final class MockControlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MockControlException(String message) {
    super(message);
  }
}
