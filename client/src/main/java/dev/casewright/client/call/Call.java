package dev.casewright.client.call;

import dev.casewright.client.drift.DriftNotes;
import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.time.Deadline;
import dev.casewright.client.transport.Timeouts;
import feign.Response;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * One running call of an operation: since when, until when, how often it was tried, what came of
 * it. It goes along with its requests in {@link CallOptions}. Thread-safe.
 */
public final class Call {
  private final String operation;
  private final Effect effect;
  private final boolean repeatable;
  private final boolean download;
  private final Optional<String> howToFindOut;
  private final CallSettings settings;
  private final String correlationId;
  private final long start;
  private final Deadline deadline;
  private final DriftNotes drift;
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger lastStatus = new AtomicInteger();
  private final AtomicLong bytesSent = new AtomicLong();
  private final AtomicLong bytesReceived = new AtomicLong();
  private final AtomicInteger openChanges = new AtomicInteger();
  private final AtomicBoolean carriedOut = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  private Call(
      String operation,
      Effect effect,
      boolean repeatable,
      boolean download,
      Optional<String> howToFindOut,
      Duration limit,
      Set<Integer> statuses,
      CallSettings settings) {
    this.operation = operation;
    this.effect = effect;
    this.repeatable = repeatable;
    this.download = download;
    this.howToFindOut = howToFindOut;
    this.settings = settings;
    this.correlationId = settings.correlationIds().get();
    this.start = settings.ticker().nanos();
    this.deadline = Deadline.in(limit, settings.ticker());
    this.drift = new DriftNotes(settings.drift(), statuses);
  }

  /**
   * Starts a call of an operation.
   *
   * @param method the method of a generated interface
   * @param facts what is known of it beyond the contract
   * @param settings how calls behave
   * @return the call
   */
  static Call of(Method method, OperationFacts facts, CallSettings settings) {
    Contracted contracted = method.getAnnotation(Contracted.class);
    // What is not known to be a reading is taken to change something.
    Effect effect = contracted == null ? Effect.CHANGE : contracted.effect();
    boolean repeatable = contracted != null && (effect == Effect.READ || contracted.idempotent());
    boolean download = method.getReturnType() == Response.class;
    Timeouts timeouts = settings.timeouts();
    return new Call(
        contracted == null ? method.getName() : contracted.operation(),
        effect,
        repeatable,
        download,
        Optional.of(
            repeatable ? "Calling it again does no harm." : facts.howToFindOut(method.getName())),
        download ? timeouts.download() : timeouts.total(),
        statusesOf(contracted),
        settings);
  }

  private static Set<Integer> statusesOf(Contracted contracted) {
    return contracted == null
        ? Set.of()
        : Arrays.stream(contracted.statuses()).boxed().collect(Collectors.toSet());
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
    return new Call(
        operation, Effect.READ, true, false, Optional.empty(), limit, Set.of(), settings);
  }

  /**
   * The operation.
   *
   * @return its {@code operationId}
   */
  public String operation() {
    return operation;
  }

  /**
   * What the operation does to the server.
   *
   * @return the effect; reading is the only one that changes nothing
   */
  public Effect effect() {
    return effect;
  }

  /**
   * Whether a request of it may be sent again although nobody knows what became of it.
   *
   * @return true for reads and for what the contract calls idempotent
   */
  public boolean isRepeatable() {
    return repeatable;
  }

  /**
   * Whether its answer is handed out unread: a file, or a list that is read while it is walked.
   *
   * @return true if the caller reads the answer, after the operation has returned
   */
  public boolean isDownload() {
    return download;
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
    return attempts.get();
  }

  /**
   * Counts a request that is sent now.
   *
   * @param bytes the size of its body
   * @return its number, from 1
   */
  int attempted(long bytes) {
    bytesSent.addAndGet(bytes);
    openChanges.incrementAndGet();
    return attempts.incrementAndGet();
  }

  /** Counts the requests of a call that is a part of this one. */
  void attemptedByPart(int requests) {
    attempts.addAndGet(requests);
  }

  /**
   * Notes the status of an answer.
   *
   * @param status the status
   * @param overTls whether the request went over TLS
   */
  void answered(int status, boolean overTls) {
    lastStatus.set(status);
    drift.lookAt(status);
    if (status >= 200 && status < 300) {
      carriedOut.set(true);
    } else if (isRefusal(status, overTls)) {
      openChanges.decrementAndGet();
    }
  }

  /** Notes that a request did not get as far as the server. */
  void notSent() {
    openChanges.decrementAndGet();
  }

  /**
   * After 408 and 5xx a change may have been made, and after most redirects too: 303 is how a
   * server may answer a change that it has made. What asks for the same request elsewhere is a
   * refusal, and so is the redirect from plain http to https.
   */
  private static boolean isRefusal(int status, boolean overTls) {
    return switch (status) {
      case 301, 302 -> !overTls;
      case 307, 308 -> true;
      default -> status >= 400 && status < 500 && status != 408;
    };
  }

  /** Notes what was read of an answer's body. */
  void received(long bytes) {
    bytesReceived.addAndGet(bytes);
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
    Outcome outcome = outcome();
    return new CallDetails(
        operation,
        status,
        correlationId,
        attempts(),
        elapsed(),
        outcome,
        howToFindOut.filter(text -> outcome != Outcome.UNCHANGED),
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

  private Outcome outcome() {
    if (effect == Effect.READ) {
      return Outcome.UNCHANGED;
    }
    if (carriedOut.get()) {
      return Outcome.CARRIED_OUT;
    }
    return openChanges.get() > 0 ? Outcome.UNKNOWN : Outcome.UNCHANGED;
  }

  /**
   * Ends the call. Only the first time counts.
   *
   * @param failure what it ended with, if it failed
   */
  public void end(Optional<? extends Throwable> failure) {
    if (ended.compareAndSet(false, true)) {
      int status = lastStatus.get();
      CallEvent event =
          new CallEvent(
              operation,
              correlationId,
              attempts(),
              status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
              failure.map(thrown -> thrown.getClass().getSimpleName()),
              bytesSent.get(),
              bytesReceived.get(),
              elapsed());
      settings.observer().callEnded(event);
      drift.tell(operation, correlationId);
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
