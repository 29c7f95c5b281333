package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.exchange.HttpDate;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Faults that answer in place of the operation, which does nothing. */
final class RefusalFaults {

  private static final String RETRY_AFTER = "Retry-After";
  private static final String ELSEWHERE = "https://elsewhere.example";

  private RefusalFaults() {}

  static Behaviour rateLimitedSeconds(Fault fault) {
    return rateLimited(call -> String.valueOf(fault.whole("after")));
  }

  static Behaviour rateLimitedDate(Fault fault) {
    return rateLimited(
        call -> {
          Instant until = call.clock().instant().plusSeconds(fault.whole("after"));
          Instant second = until.truncatedTo(ChronoUnit.SECONDS);
          return HttpDate.format(until.equals(second) ? second : second.plusSeconds(1));
        });
  }

  static Behaviour serverError(Fault fault) {
    return call -> {
      if (!call.claims()) {
        return call.usual();
      }
      MockAnswer answer = call.refusal(fault.whole("status"), "The server fails on purpose.");
      return fault.has("retry_after")
          ? answer.withHeader(RETRY_AFTER, String.valueOf(fault.whole("retry_after")))
          : answer;
    };
  }

  static MockAnswer redirectElsewhere(FaultyCall call) {
    return call.claims()
        ? new MockAnswer(302, Map.of("Location", ELSEWHERE + call.request().path()), new byte[0])
        : call.usual();
  }

  private static Behaviour rateLimited(RetryAfter retryAfter) {
    return call ->
        call.claims()
            ? call.refusal(429, "Too many requests. Wait as Retry-After says.")
                .withHeader(RETRY_AFTER, retryAfter.of(call))
            : call.usual();
  }

  @FunctionalInterface
  private interface RetryAfter {
    String of(FaultyCall call);
  }
}
