package dev.casewright.mockserver.deviation;

import dev.casewright.mockserver.exchange.MockAnswer;

/**
 * One way to break exactly one requirement.
 *
 * @param requirement the id of the requirement that it breaks
 * @param summary what the server does instead, as a sentence
 * @param kind whether its answers still fit the contract
 * @param atRedirect whether it acts on the redirecting port, rather than on the others
 * @param behaviour what it does
 */
public record Deviation(
    String requirement, String summary, Kind kind, boolean atRedirect, Behaviour behaviour) {

  /**
   * A server that is wrong, not one that is broken: its answers still fit the contract.
   *
   * @param requirement the id of the requirement that it breaks
   * @param summary what the server does instead, as a sentence
   * @param behaviour what it does
   * @return the deviation
   */
  public static Deviation wrong(String requirement, String summary, Behaviour behaviour) {
    return new Deviation(requirement, summary, Kind.WRONG, false, behaviour);
  }

  /**
   * For requirements about a status or a shape: the answers need not fit the contract.
   *
   * @param requirement the id of the requirement that it breaks
   * @param summary what the server does instead, as a sentence
   * @param behaviour what it does
   * @return the deviation
   */
  public static Deviation broken(String requirement, String summary, Behaviour behaviour) {
    return new Deviation(requirement, summary, Kind.BROKEN, false, behaviour);
  }

  /**
   * For requirements about plain HTTP, where no operation answers.
   *
   * @param requirement the id of the requirement that it breaks
   * @param summary what the server does instead, as a sentence
   * @param behaviour what it does
   * @return the deviation
   */
  public static Deviation atRedirect(String requirement, String summary, Behaviour behaviour) {
    return new Deviation(requirement, summary, Kind.BROKEN, true, behaviour);
  }

  /** Whether the answers of a deviation still fit the contract. */
  public enum Kind {
    /** They fit, and say what is not so. */
    WRONG,
    /** They need not fit. */
    BROKEN
  }

  /** What a deviation does. Must be safe to be called by many threads at once. */
  @FunctionalInterface
  public interface Behaviour {

    /**
     * Answers a request in another way than the contract wants.
     *
     * @param call the request, and the rest of the way
     * @return the answer; {@link DeviantCall#usual()} where the requirement does not apply
     */
    MockAnswer answer(DeviantCall call);
  }
}
