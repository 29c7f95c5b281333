package dev.casewright.mockserver.exchange;

import java.util.List;
import java.util.Optional;

/**
 * Thrown where a request cannot be granted; it becomes an answer in the vendor's shape. A refused
 * change leaves the state as it was.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String challenge;
  private final transient List<String> requirements;

  /**
   * A refusal.
   *
   * @param status the status code
   * @param text what was wrong and what to do, without any value from the request
   * @param requirements the ids of the requirements that it follows from
   */
  public Refusal(int status, String text, String... requirements) {
    this(status, text, null, List.of(requirements));
  }

  private Refusal(int status, String text, String challenge, List<String> requirements) {
    super(text, null, false, false);
    this.status = status;
    this.challenge = challenge;
    this.requirements = requirements;
  }

  /**
   * A refusal for want of credentials that names the scheme to use.
   *
   * @param text what was wrong and what to do
   * @param challenge the value of {@code WWW-Authenticate}
   * @param requirements the ids of the requirements that it follows from
   * @return the refusal
   */
  public static Refusal unauthenticated(String text, String challenge, String... requirements) {
    return new Refusal(401, text, challenge, List.of(requirements));
  }

  /**
   * The status code.
   *
   * @return the code
   */
  public int status() {
    return status;
  }

  /**
   * The value of {@code WWW-Authenticate}.
   *
   * @return the value, or nothing if there is none
   */
  public Optional<String> challenge() {
    return Optional.ofNullable(challenge);
  }

  /**
   * The requirements that the refusal follows from.
   *
   * @return their ids; empty if none was named
   */
  public List<String> requirements() {
    return requirements;
  }

  /**
   * The refusal as an answer.
   *
   * @param shape how the vendor words refusals
   * @return the answer
   */
  public MockAnswer in(ErrorShape shape) {
    MockAnswer answer = shape.error(status, getMessage());
    return challenge == null ? answer : answer.withHeader("WWW-Authenticate", challenge);
  }
}
