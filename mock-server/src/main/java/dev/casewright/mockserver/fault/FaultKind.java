package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.route.InvalidSettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All faults that there are. */
enum FaultKind {
  LATENCY(
      "The answer comes late: by a fixed time, or by a log-normal one.",
      ConnectionFaults::latency,
      FaultParameter.whole("ms", "the fixed time, in milliseconds", 0, FaultKind.LONGEST),
      FaultParameter.whole("median_ms", "the median, in milliseconds", 1, FaultKind.LONGEST),
      FaultParameter.decimal("sigma", "the deviation of the logarithm of the time", 0, 5)) {
    @Override
    void check(Set<String> given) {
      if (!given.equals(Set.of("ms")) && !given.equals(Set.of("median_ms", "sigma"))) {
        throw new InvalidSettingException(
            "latency takes either ms, or median_ms and sigma together.");
      }
    }
  },
  STALLED_BODY(
      "Headers and the first half of the body, then nothing until the connection is closed.",
      ConnectionFaults::stalledBody,
      FaultParameter.whole("ms", "how long nothing comes, in milliseconds", 1, FaultKind.LONGEST)
          .orElse(60_000)),
  CONNECTION_DROPPED_BEFORE(
      "The connection is closed without an answer; nothing was done.",
      fault -> ConnectionFaults::droppedBefore),
  CONNECTION_DROPPED_AFTER(
      "The connection is closed without an answer; the work was done.",
      fault -> ConnectionFaults::droppedAfter),
  TRUNCATED_PDF(
      "A PDF is cut in half, with a Content-Length that fits.",
      fault -> ContentFaults::truncatedPdf),
  WRONG_LENGTH(
      "The Content-Length is larger than the body; then the connection is closed.",
      fault -> ConnectionFaults::wrongLength),
  RATE_LIMITED_SECONDS(
      "429 with Retry-After in seconds.", RefusalFaults::rateLimitedSeconds, FaultKind.after()),
  RATE_LIMITED_DATE(
      "429 with Retry-After as a date, by the clock of the space.",
      RefusalFaults::rateLimitedDate,
      FaultKind.after()),
  SERVER_ERROR(
      "A status of 5xx.",
      RefusalFaults::serverError,
      FaultParameter.whole("status", "the status", 500, 599).orElse(503),
      FaultParameter.whole(
          "retry_after", "Retry-After in seconds; none unless given", 0, FaultKind.DAY)),
  TOKEN_EXPIRES(
      "401 for the Emedgene token that the last of the next calls brought.",
      fault -> new TokenExpiry(fault.whole("calls")),
      FaultParameter.whole("calls", "how many calls are still answered", 1, 1_000_000).orElse(1)),
  REDIRECT_ELSEWHERE(
      "302 to https://elsewhere.example.", fault -> RefusalFaults::redirectElsewhere),
  DUPLICATE_PAGE(
      "A page of a list with offset and limit holds what the page before it held.",
      fault -> ContentFaults::duplicatePage),
  UNKNOWN_FIELD(
      "Every object of a JSON answer has a field that no contract knows.",
      fault -> ContentFaults::unknownField),
  UNKNOWN_STATUS(
      "Reports and cases have a status that no contract knows.",
      fault -> ContentFaults::unknownStatus);

  static final int LONGEST = 600_000;
  private static final int DAY = 86_400;

  private final String summary;
  private final Function<Fault, Behaviour> behaviour;
  private final List<FaultParameter> parameters;

  FaultKind(String summary, Function<Fault, Behaviour> behaviour, FaultParameter... parameters) {
    this.summary = summary;
    this.behaviour = behaviour;
    this.parameters = List.of(parameters);
  }

  static Optional<FaultKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String summary() {
    return summary;
  }

  List<FaultParameter> parameters() {
    return parameters;
  }

  /** What a fault does that is armed now; its state is its own. */
  Behaviour behaviour(Fault fault) {
    return behaviour.apply(fault);
  }

  /** Refuses parameters that do not go together. */
  void check(Set<String> given) {}

  private static FaultParameter after() {
    return FaultParameter.whole("after", "the time to wait, in seconds", 0, DAY).orElse(1);
  }
}
