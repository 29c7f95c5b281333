package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.openapi.Operation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Something that goes wrong with a server or its network, as it is armed: for all operations and
 * until it is removed, unless said otherwise. Immutable.
 *
 * <p>All methods that take a number throw an {@link InvalidSettingException} if it is too small or
 * too large; {@code GET /__mock/api/faults} tells the bounds.
 */
public final class Fault {

  private static final String MILLISECONDS = "ms";
  private static final String AFTER = "after";

  private final FaultKind kind;
  private final Map<String, BigDecimal> values;
  private final Set<String> operations;
  private final long skip;
  private final OptionalLong times;

  private Fault(
      FaultKind kind,
      Map<String, BigDecimal> values,
      Set<String> operations,
      long skip,
      OptionalLong times) {
    this.kind = kind;
    this.values = values;
    this.operations = operations;
    this.skip = skip;
    this.times = times;
  }

  static Fault of(FaultKind kind, Map<String, BigDecimal> given) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (FaultParameter parameter : kind.parameters()) {
      Optional.ofNullable(given.get(parameter.name()))
          .map(parameter::checked)
          .or(parameter::byDefault)
          .ifPresent(value -> values.put(parameter.name(), value));
    }
    kind.check(values.keySet());
    return new Fault(kind, Map.copyOf(values), Set.of(), 0, OptionalLong.empty());
  }

  /**
   * An answer that comes late.
   *
   * @param time how late, in milliseconds
   * @return the fault
   */
  public static Fault latency(Duration time) {
    return of(FaultKind.LATENCY, Map.of(MILLISECONDS, milliseconds(time)));
  }

  /**
   * Answers that come late by times of a log-normal distribution, cut off at ten minutes.
   *
   * @param median the time that half of them keep within, in milliseconds
   * @param sigma the deviation of the logarithm of the time
   * @return the fault
   */
  public static Fault latency(Duration median, double sigma) {
    return of(
        FaultKind.LATENCY,
        Map.of("median_ms", milliseconds(median), "sigma", BigDecimal.valueOf(sigma)));
  }

  /**
   * The headers and the first half of the body come, then nothing for a minute.
   *
   * @return the fault
   */
  public static Fault stalledBody() {
    return of(FaultKind.STALLED_BODY, Map.of());
  }

  /**
   * The headers and the first half of the body come, then nothing until the connection is closed.
   *
   * @param hold how long nothing comes, in milliseconds
   * @return the fault
   */
  public static Fault stalledBody(Duration hold) {
    return of(FaultKind.STALLED_BODY, Map.of(MILLISECONDS, milliseconds(hold)));
  }

  /**
   * The connection is closed without an answer, and nothing was done.
   *
   * @return the fault
   */
  public static Fault connectionDroppedBefore() {
    return of(FaultKind.CONNECTION_DROPPED_BEFORE, Map.of());
  }

  /**
   * The connection is closed without an answer, but the work was done.
   *
   * @return the fault
   */
  public static Fault connectionDroppedAfter() {
    return of(FaultKind.CONNECTION_DROPPED_AFTER, Map.of());
  }

  /**
   * A PDF ends in its middle, under a length that fits what is sent.
   *
   * @return the fault
   */
  public static Fault truncatedPdf() {
    return of(FaultKind.TRUNCATED_PDF, Map.of());
  }

  /**
   * The {@code Content-Length} is larger than the body, and the connection is closed after it.
   *
   * @return the fault
   */
  public static Fault wrongLength() {
    return of(FaultKind.WRONG_LENGTH, Map.of());
  }

  /**
   * 429 with a {@code Retry-After} in seconds.
   *
   * @param after the time to wait, in seconds
   * @return the fault
   */
  public static Fault rateLimitedSeconds(Duration after) {
    return of(FaultKind.RATE_LIMITED_SECONDS, Map.of(AFTER, number(after.toSeconds())));
  }

  /**
   * 429 with a {@code Retry-After} that is a date.
   *
   * @param after the time to wait, in seconds by the clock of the space
   * @return the fault
   */
  public static Fault rateLimitedDate(Duration after) {
    return of(FaultKind.RATE_LIMITED_DATE, Map.of(AFTER, number(after.toSeconds())));
  }

  /**
   * A failure of the server.
   *
   * @param status the status, from 500 to 599
   * @return the fault
   */
  public static Fault serverError(int status) {
    return of(FaultKind.SERVER_ERROR, Map.of("status", number(status)));
  }

  /**
   * A failure of the server that says when to come back.
   *
   * @param status the status, from 500 to 599
   * @param retryAfter the value of {@code Retry-After}, in seconds
   * @return the fault
   */
  public static Fault serverError(int status, Duration retryAfter) {
    return of(
        FaultKind.SERVER_ERROR,
        Map.of("status", number(status), "retry_after", number(retryAfter.toSeconds())));
  }

  /**
   * The Emedgene token that is used then counts as expired: 401 for that very token.
   *
   * @param calls how many calls with a good token are still answered
   * @return the fault
   */
  public static Fault tokenExpires(int calls) {
    return of(FaultKind.TOKEN_EXPIRES, Map.of("calls", number(calls)));
  }

  /**
   * 302 to a host that is not there.
   *
   * @return the fault
   */
  public static Fault redirectElsewhere() {
    return of(FaultKind.REDIRECT_ELSEWHERE, Map.of());
  }

  /**
   * A page of a list holds what the page before it held.
   *
   * @return the fault
   */
  public static Fault duplicatePage() {
    return of(FaultKind.DUPLICATE_PAGE, Map.of());
  }

  /**
   * Every object of a JSON answer has a field that no contract knows.
   *
   * @return the fault
   */
  public static Fault unknownField() {
    return of(FaultKind.UNKNOWN_FIELD, Map.of());
  }

  /**
   * Reports and cases have a status that no contract knows.
   *
   * @return the fault
   */
  public static Fault unknownStatus() {
    return of(FaultKind.UNKNOWN_STATUS, Map.of());
  }

  /**
   * The same fault for some operations only.
   *
   * @param operationIds the operations as the contracts name them; none for all
   * @return a new fault
   */
  public Fault on(String... operationIds) {
    Set<String> named = new LinkedHashSet<>(List.of(operationIds));
    return new Fault(kind, values, named, skip, times);
  }

  /**
   * The same fault for so many calls only.
   *
   * @param calls how many calls it acts on, 1 or more
   * @return a new fault
   */
  public Fault times(long calls) {
    if (calls < 1) {
      throw new InvalidSettingException("times must be a whole number from 1.");
    }
    return new Fault(kind, values, operations, skip, OptionalLong.of(calls));
  }

  /**
   * The same fault, sparing the first calls that it could act on.
   *
   * @param calls how many calls it spares, 0 or more
   * @return a new fault
   */
  public Fault skip(long calls) {
    if (calls < 0) {
      throw new InvalidSettingException("skip must be a whole number from 0.");
    }
    if (calls > 0 && kind == FaultKind.TOKEN_EXPIRES) {
      throw new InvalidSettingException(
          "token-expires takes no skip: its calls says how many calls are spared.");
    }
    return new Fault(kind, values, operations, calls, times);
  }

  /**
   * What goes wrong.
   *
   * @return a name such as {@code stalled-body}
   */
  public String name() {
    return kind.id();
  }

  /**
   * The operations that it acts on.
   *
   * @return their ids; empty for all
   */
  public Set<String> operations() {
    return Set.copyOf(operations);
  }

  /**
   * How many calls it spares first.
   *
   * @return a count from 0
   */
  public long skip() {
    return skip;
  }

  /**
   * How many calls it acts on.
   *
   * @return a count from 1; nothing if it acts until it is removed
   */
  public OptionalLong times() {
    return times;
  }

  boolean acts(Operation operation) {
    return operations.isEmpty() || operations.contains(operation.id());
  }

  FaultKind kind() {
    return kind;
  }

  Map<String, BigDecimal> values() {
    return values;
  }

  boolean has(String parameter) {
    return values.containsKey(parameter);
  }

  int whole(String parameter) {
    return values.get(parameter).intValueExact();
  }

  @Override
  public String toString() {
    return name();
  }

  /** Of times too that are far too long, so that they are refused as such. */
  private static BigDecimal milliseconds(Duration time) {
    return number(time.getSeconds()).movePointRight(3).add(number(time.toMillisPart()));
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }
}
