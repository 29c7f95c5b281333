package dev.casewright.conformance.check;

/**
 * A check whose {@link Verifies} is wrong. The message has names of checks, requirements and
 * operations only, so that it may be shown.
 */
public final class WrongDeclarationException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /**
   * Tells which check it is, and what is wrong.
   *
   * @param message a sentence without anything that a target sent
   */
  public WrongDeclarationException(String message) {
    super(message);
  }
}
