package dev.casewright.mockserver.space;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a new case goes on by itself: from uploading to in_progress to delivered (EMG-CASE-07).
 * Immutable.
 */
public final class ProgressPolicy {

  private static final Pattern TEXT =
      Pattern.compile("at-once|reads:(\\d{1,9})|(\\d{1,9})(ms|s|m)");

  private final Optional<Duration> step;
  private final int readsPerStep;

  private ProgressPolicy(Optional<Duration> step, int readsPerStep) {
    this.step = step;
    this.readsPerStep = readsPerStep;
  }

  /**
   * One step after each lapse of time.
   *
   * @param step how long a case stays in each status; zero means that it is delivered at once
   * @return the policy
   */
  public static ProgressPolicy every(Duration step) {
    return new ProgressPolicy(Optional.of(step), 0);
  }

  /**
   * One step after each so many reads of the case; the read that completes the number still sees
   * the old status.
   *
   * @param reads how often a case is read in each status, at least once
   * @return the policy
   */
  public static ProgressPolicy everyReads(int reads) {
    if (reads < 1) {
      throw new IllegalArgumentException("Progress by reads needs at least one read a step.");
    }
    return new ProgressPolicy(Optional.empty(), reads);
  }

  /**
   * Delivered as soon as it is looked at.
   *
   * @return the policy
   */
  public static ProgressPolicy atOnce() {
    return every(Duration.ZERO);
  }

  /**
   * Reads a policy from text.
   *
   * @param text {@code at-once}, {@code reads:N}, or a time a step such as {@code 2s}, {@code
   *     500ms}, {@code 1m}
   * @return the policy
   * @throws IllegalArgumentException if the text is none of these
   */
  public static ProgressPolicy parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Progress is at-once, reads:N, or a time a step such as 2s, 500ms or 1m.");
    }
    if (matcher.group(1) != null) {
      return everyReads(Integer.parseInt(matcher.group(1)));
    }
    if (matcher.group(2) == null) {
      return atOnce();
    }
    long amount = Long.parseLong(matcher.group(2));
    return every(
        switch (matcher.group(3)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          default -> Duration.ofMinutes(amount);
        });
  }

  CaseFile advance(CaseFile file, Journey journey, Instant now, OrgUser system) {
    CaseFile moved = file;
    Optional<Instant> first = reached(journey, 1, now);
    if (first.isPresent() && moved.status().equals(CaseStatus.UPLOADING)) {
      moved = moved.withStatus(CaseStatus.IN_PROGRESS, first.get(), system);
    }
    Optional<Instant> second = reached(journey, 2, now);
    if (second.isPresent()) {
      moved = moved.withStatus(CaseStatus.DELIVERED, second.get(), system);
    }
    return moved;
  }

  private Optional<Instant> reached(Journey journey, int steps, Instant now) {
    if (step.isPresent()) {
      Instant due = journey.started().plus(step.get().multipliedBy(steps));
      return now.isBefore(due) ? Optional.empty() : Optional.of(due);
    }
    return journey.reads() >= (long) readsPerStep * steps ? Optional.of(now) : Optional.empty();
  }

  @Override
  public String toString() {
    return step.map(Duration::toString).orElse("reads:" + readsPerStep);
  }
}
