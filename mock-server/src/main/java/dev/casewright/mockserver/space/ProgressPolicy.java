package dev.casewright.mockserver.space;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast something goes on by itself: a new case from uploading to in_progress to delivered
 * (EMG-CASE-07), a report from WAITING to SUBMITTED to RUNNING to READY TO REVIEW. Immutable.
 */
public final class ProgressPolicy {

  private static final Pattern TEXT =
      Pattern.compile("at-once|never|reads:(\\d{1,9})|(\\d{1,9})(ms|s|m)");

  private static final int MILLIS = 1_000;
  private static final Duration LONGEST_STEP = Duration.ofDays(1_000_000);

  private final Optional<Duration> step;
  private final int readsPerStep;

  private ProgressPolicy(Optional<Duration> step, int readsPerStep) {
    this.step = step;
    this.readsPerStep = readsPerStep;
  }

  /**
   * One step after each lapse of time.
   *
   * @param step how long it stays in each status, at most a million days; zero means that it takes
   *     all steps at once
   * @return the policy
   */
  public static ProgressPolicy every(Duration step) {
    if (step.isNegative() || step.compareTo(LONGEST_STEP) > 0) {
      throw new IllegalArgumentException(
          "A step of progress takes a time from nothing to a million days.");
    }
    return new ProgressPolicy(Optional.of(step), 0);
  }

  /**
   * One step after each so many reads of the case or report; the read that completes the number
   * still sees the old status.
   *
   * @param reads how often it is read in each status, at least once
   * @return the policy
   */
  public static ProgressPolicy everyReads(int reads) {
    if (reads < 1) {
      throw new IllegalArgumentException("Progress by reads needs at least one read a step.");
    }
    return new ProgressPolicy(Optional.empty(), reads);
  }

  /**
   * At the end as soon as it is looked at.
   *
   * @return the policy
   */
  public static ProgressPolicy atOnce() {
    return every(Duration.ZERO);
  }

  /**
   * No step, ever.
   *
   * @return the policy
   */
  public static ProgressPolicy never() {
    return new ProgressPolicy(Optional.empty(), 0);
  }

  /**
   * Reads a policy from text.
   *
   * @param text {@code at-once}, {@code never}, {@code reads:N}, or a time a step such as {@code
   *     2s}, {@code 500ms}, {@code 1m}
   * @return the policy
   * @throws IllegalArgumentException if the text is none of these
   */
  public static ProgressPolicy parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Progress is at-once, never, reads:N, or a time a step such as 2s, 500ms or 1m.");
    }
    if (matcher.group(1) != null) {
      return everyReads(Integer.parseInt(matcher.group(1)));
    }
    if (matcher.group(2) == null) {
      return text.equals("never") ? never() : atOnce();
    }
    long amount = Long.parseLong(matcher.group(2));
    return every(
        switch (matcher.group(3)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          default -> Duration.ofMinutes(amount);
        });
  }

  /** Whether things go on by being read. */
  boolean countsReads() {
    return readsPerStep > 0;
  }

  /** Whether things go on as time goes by. */
  boolean goesByTime() {
    return step.isPresent();
  }

  /** When the next step is due that only time brings about. */
  Optional<Instant> due(Instant since) {
    return step.map(since::plus);
  }

  /** When the next step was reached; nothing if it was not yet. */
  Optional<Instant> reached(Journey journey, Instant now) {
    if (countsReads()) {
      return journey.reads() >= readsPerStep ? Optional.of(now) : Optional.empty();
    }
    return due(journey.since()).filter(due -> !now.isBefore(due));
  }

  /** Whether any of the journeys may have reached its next step. */
  boolean mayMove(Journeys<?> journeys, Instant now) {
    return countsReads()
        ? journeys.mostReads() >= readsPerStep
        : journeys.earliest().flatMap(this::due).filter(due -> !now.isBefore(due)).isPresent();
  }

  /** As {@link #parse} reads it, to the millisecond. */
  @Override
  public String toString() {
    if (countsReads()) {
      return "reads:" + readsPerStep;
    }
    if (step.isEmpty()) {
      return "never";
    }
    if (step.get().isZero()) {
      return "at-once";
    }
    long millis = step.get().toMillis();
    return millis % MILLIS == 0 ? millis / MILLIS + "s" : millis + "ms";
  }
}
