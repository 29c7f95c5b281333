package dev.casewright.mockserver.journal;

import dev.casewright.mockserver.evidence.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One exchange that the mock had with a client. It holds no path, parameter, header or body of the
 * request. Immutable.
 *
 * @param id the id of the request, such as {@code r-000123}, that the answer has in {@code
 *     X-Mock-Request-Id}; unique in the running server
 * @param space the name of the space that it went by
 * @param time when it came, by the clock of the space
 * @param method the HTTP method; {@code other} if it is none of the usual ones
 * @param operation the id of the operation, also at the redirecting port; nothing if there is none
 * @param path the path of that operation in the contract, such as {@code /reports/{id}}
 * @param status the status of the answer
 * @param duration how long the mock worked on it, without the time that a fault lets the answer
 *     wait
 * @param requestBytes the size of the body of the request; 0 at the redirecting port, which does
 *     not read it
 * @param answerBytes the size of the body of the answer
 * @param verdict what became of it
 * @param explanation why the answer was given
 */
public record JournalEntry(
    String id,
    String space,
    Instant time,
    String method,
    Optional<String> operation,
    Optional<String> path,
    int status,
    Duration duration,
    long requestBytes,
    long answerBytes,
    Verdict verdict,
    Explanation explanation) {

  /**
   * The exchange with its explanation, as a few lines for a person to read.
   *
   * @return lines without an end of line after the last one
   */
  public String text() {
    List<Stream<String>> parts =
        List.of(
            Stream.of(toString()),
            line("evidence", explanation.evidence().stream().toList()),
            line("requirements", explanation.requirements()),
            line("state", explanation.state()),
            line("checks", explanation.checks()),
            line("switches", explanation.switches()),
            line("faults", explanation.faults()),
            line("deviations that are on", explanation.deviations()),
            line("deviations that acted", explanation.deviated()));
    return parts.stream().flatMap(part -> part).collect(Collectors.joining("\n"));
  }

  private static Stream<String> line(String name, List<String> told) {
    return told.isEmpty()
        ? Stream.empty()
        : Stream.of("    " + name + ": " + String.join(", ", told));
  }

  /** One line, such as {@code r-000012 GET /reports/{id} getReport: 200 served, 1.2 ms}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s: %d %s, %.1f ms",
        id,
        method,
        path.orElse("(unknown path)"),
        operation.orElse("none"),
        status,
        verdict,
        duration.toNanos() / 1e6);
  }
}
