package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.MockAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A 429 or a 503 can tell when to come back. */
final class RetryAfterWatch implements Watch {

  private static final Set<Integer> TELLING = Set.of(429, 503);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final Map<String, Instant> notBefore = new HashMap<>();

  @Override
  public boolean breaks(Visit visit) {
    Instant until = notBefore.get(visit.operationId());
    return until != null && visit.now().isBefore(until);
  }

  @Override
  public void answered(Visit visit, MockAnswer answer) {
    if (TELLING.contains(answer.status())
        && Visit.arrives(answer)
        && visit.operation().isPresent()) {
      answer
          .header("Retry-After")
          .flatMap(value -> time(value, visit.now()))
          .ifPresent(time -> notBefore.put(visit.operationId(), time));
    }
  }

  private static Optional<Instant> time(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }
}
