package dev.casewright.client.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that failed. There is one subclass for each cause.
 *
 * <p>Its message names the operation, the status, the time it took and what to do next. It never
 * holds anything from the request or the answer, and there is no cause that could: the server's own
 * words are to be had from {@link #serverMessage()} only, since they may be about a patient.
 * Thread-safe.
 */
public abstract class CasewrightException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String operation;
  private final int status;
  private final String correlationId;
  private final int attempts;
  private final Duration elapsed;
  private final Outcome outcome;
  private final String howToFindOut;
  private final String serverMessage;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice what went wrong and what to do next, without anything from the request or the
   *     answer
   */
  protected CasewrightException(CallDetails call, String advice) {
    super(call + ": " + advice + whatBecameOfTheChange(call));
    this.operation = call.operation();
    this.status = call.status().orElse(0);
    this.correlationId = call.correlationId();
    this.attempts = call.attempts();
    this.elapsed = call.elapsed();
    this.outcome = call.outcome();
    this.howToFindOut = call.howToFindOut().orElse(null);
    this.serverMessage = call.serverMessage().orElse(null);
  }

  private static String whatBecameOfTheChange(CallDetails call) {
    String look = call.howToFindOut().map(text -> " " + text).orElse("");
    return switch (call.outcome()) {
      case UNCHANGED -> "";
      case UNKNOWN ->
          " Whether the server carried out the change is not known: look before you send it again."
              + look;
      case CARRIED_OUT ->
          " The answer began with success, so the change is to be taken for carried out: look"
              + " before you send it again."
              + look;
    };
  }

  /**
   * The operation that was called.
   *
   * @return its {@code operationId} in the contract
   */
  public final String operation() {
    return operation;
  }

  /**
   * The HTTP status of the answer.
   *
   * @return the status; empty if there was no answer
   */
  public final OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * The id that the requests of the call were sent with, in {@code X-Correlation-ID}. It is made by
   * the client and may be logged.
   *
   * @return the id
   */
  public final String correlationId() {
    return correlationId;
  }

  /**
   * How many requests were sent for the call.
   *
   * @return the number; 0 if it ended before the first
   */
  public final int attempts() {
    return attempts;
  }

  /**
   * How long the call took until it failed.
   *
   * @return the time
   */
  public final Duration elapsed() {
    return elapsed;
  }

  /**
   * What the call did to the server.
   *
   * @return the outcome, as far as the client can know it
   */
  public final Outcome outcome() {
    return outcome;
  }

  /**
   * Whether the call was to change something, and nobody knows whether it did. Look at the server's
   * state before repeating it.
   *
   * @return true if {@link #outcome()} is {@link Outcome#UNKNOWN}; false if the change is to be
   *     taken for carried out, too
   */
  public final boolean outcomeUnknown() {
    return outcome == Outcome.UNKNOWN;
  }

  /**
   * How to find out whether the change was carried out: which operation to call, and what to look
   * at. Without anything from the request or the answer.
   *
   * @return a text for people; there unless {@link #outcome()} is {@link Outcome#UNCHANGED}
   */
  public final Optional<String> howToFindOut() {
    return Optional.ofNullable(howToFindOut);
  }

  /**
   * What the server itself said. It may be about a patient: keep it out of logs.
   *
   * @return the server's words, if it sent any
   */
  public final Optional<String> serverMessage() {
    return Optional.ofNullable(serverMessage);
  }
}
