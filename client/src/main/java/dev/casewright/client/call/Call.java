package dev.casewright.client.call;

import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.transport.Timeouts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One running call of an operation: since when, until when, how often it was tried, what came of
 * it. It goes along with its requests in {@link CallOptions}. Thread-safe.
 */
public final class Call {
  private final CalledOperation operation;
  private final CallSettings settings;
  private final String correlationId;
  private final long start;
  private final Deadline deadline;
  private final DriftNotes drift;
  private final Progress progress = new Progress();
  private final AtomicBoolean ended = new AtomicBoolean();

  private Call(CalledOperation operation, Duration limit, CallSettings settings) {
    this.operation = operation;
    this.settings = settings;
    this.correlationId = settings.correlationIds().get();
    this.start = settings.ticker().nanos();
    this.deadline = Deadline.in(limit, settings.ticker());
    this.drift = new DriftNotes(settings.drift(), operation.statuses());
  }

  /**
   * Starts a call of an operation.
   *
   * @param operation the operation
   * @param settings how calls behave
   * @return the call
   */
  static Call of(CalledOperation operation, CallSettings settings) {
    return new Call(operation, operation.limit(settings.timeouts()), settings);
  }

  /**
   * Starts something that only reads, and takes several requests.
   *
   * @param operation its name
   * @param limit how long it may take
   * @param settings how calls behave
   * @return the call
   */
  public static Call reading(String operation, Duration limit, CallSettings settings) {
    return new Call(CalledOperation.reading(operation), limit, settings);
  }

  /**
   * The operation.
   *
   * @return its {@code operationId}, or the method of the client that makes several calls
   */
  public String operation() {
    return operation.name();
  }

  /**
   * What the operation does to the server.
   *
   * @return the effect; reading is the only one that changes nothing
   */
  public Effect effect() {
    return operation.effect();
  }

  /**
   * Whether a request of it may be sent again although nobody knows what became of it.
   *
   * @return true for reads and for what the contract calls idempotent
   */
  public boolean isRepeatable() {
    return operation.repeatable();
  }

  /**
   * Whether its answer is handed out unread: a file, or a list that is read while it is walked.
   *
   * @return true if the caller reads the answer, after the operation has returned
   */
  public boolean isDownload() {
    return operation.download();
  }

  /**
   * The id that its requests are sent with.
   *
   * @return the id
   */
  public String correlationId() {
    return correlationId;
  }

  /**
   * When it has to be over, its last byte included.
   *
   * @return the deadline
   */
  public Deadline deadline() {
    return deadline;
  }

  /**
   * How long its parts may take.
   *
   * @return the timeouts
   */
  public Timeouts timeouts() {
    return settings.timeouts();
  }

  /**
   * The time since the start.
   *
   * @return the time
   */
  public Duration elapsed() {
    return Duration.ofNanos(settings.ticker().nanos() - start);
  }

  /**
   * How many requests were sent so far.
   *
   * @return the number
   */
  public int attempts() {
    return progress.attempts();
  }

  /** What each of its requests carries, by the names of the headers. */
  Map<String, String> headers() {
    return operation.headers();
  }

  /** What has happened so far. */
  Progress progress() {
    return progress;
  }

  /** Counts the requests of a call that is a part of this one. */
  void attemptedByPart(int requests) {
    progress.attemptedByPart(requests);
  }

  /**
   * Notes the status of an answer.
   *
   * @param status the status
   * @param overTls whether the request went over TLS
   */
  void answered(int status, boolean overTls) {
    progress.answered(status, overTls);
    drift.lookAt(status);
  }

  /**
   * Looks for what the contract does not know, if somebody wants to be told of it.
   *
   * @param pointer where it stands in the answer, as a JSON pointer with {@code *} for an index;
   *     empty for the whole answer
   * @param part the answer or a part of it, as it was read
   */
  public void read(String pointer, Object part) {
    drift.lookThrough(pointer, part);
  }

  /**
   * The details of a failure.
   *
   * @param status the HTTP status, if there was an answer
   * @param serverMessage the server's own words
   * @return the details, with what the requests so far did to the server
   */
  public CallDetails failed(OptionalInt status, Optional<String> serverMessage) {
    Outcome outcome = progress.outcome(operation.effect());
    return new CallDetails(
        operation(),
        status,
        correlationId,
        attempts(),
        elapsed(),
        outcome,
        operation.howToFindOut().filter(text -> outcome != Outcome.UNCHANGED),
        serverMessage);
  }

  /**
   * The details of a failure without an answer.
   *
   * @return the details, with what the requests so far did to the server
   */
  public CallDetails unanswered() {
    return failed(OptionalInt.empty(), Optional.empty());
  }

  /**
   * Ends the call. Only the first time counts.
   *
   * @param failure what it ended with, if it failed
   */
  public void end(Optional<? extends Throwable> failure) {
    if (ended.compareAndSet(false, true)) {
      CallEvent event =
          new CallEvent(
              operation(),
              correlationId,
              attempts(),
              progress.lastStatus(),
              failure.map(thrown -> thrown.getClass().getSimpleName()),
              progress.bytesSent(),
              progress.bytesReceived(),
              elapsed());
      settings.observer().callEnded(event);
      drift.tell(operation(), correlationId);
    }
  }

  /**
   * Throws in place of what went wrong, and ends the call with it.
   *
   * @param failure what the call ends with
   * @param <E> its type
   * @return the same
   */
  public <E extends CasewrightException> E endWith(E failure) {
    end(Optional.of(failure));
    return failure;
  }
}
