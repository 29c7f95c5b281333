package dev.casewright.client.emedgene;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the finalized cases were read: what {@link
 * FinalizedCaseOperations#finalizedSince(FinalizedMark)} goes on from. To be saved as a text
 * between two runs of a program. It remembers the names of the cases that the widened window still
 * holds, with the times of their last change: as text, some 40 bytes for each case that was
 * finalized within the last two days before the newest one. Immutable and thread-safe.
 */
public final class FinalizedMark {
  private final Instant since;
  private final Instant newest;
  private final Instant rechecked;
  private final Map<String, Known> known;

  FinalizedMark(Instant since, Instant newest, Instant rechecked, Map<String, Known> known) {
    this.since = since;
    this.newest = newest;
    this.rechecked = rechecked;
    this.known = Map.copyOf(known);
  }

  /**
   * A mark that nothing was given from yet.
   *
   * @param since cases that were finalized before are not given; a part of a second is dropped,
   *     since the server tells none
   * @return a mark
   */
  public static FinalizedMark since(Instant since) {
    Instant start = since.truncatedTo(ChronoUnit.SECONDS);
    return new FinalizedMark(start, start, Instant.EPOCH, Map.of());
  }

  /**
   * Reads a mark.
   *
   * @param text what {@link #toText()} gave, in this version of the client or an older one
   * @return the mark
   * @throws IllegalArgumentException if the text is no mark
   */
  public static FinalizedMark parse(String text) {
    return FinalizedMarkText.read(text);
  }

  /**
   * The mark as a text in one line, to be saved. It holds names of cases and times.
   *
   * @return a JSON object
   */
  public String toText() {
    return FinalizedMarkText.write(this);
  }

  /**
   * The moment that the first mark was made with.
   *
   * @return the moment
   */
  public Instant since() {
    return since;
  }

  /** The newest change that was read; the window begins before it. */
  Instant newest() {
    return newest;
  }

  /** When the cases that were given were last looked at again. */
  Instant rechecked() {
    return rechecked;
  }

  /** What was seen so far, by name. */
  Map<String, Known> known() {
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FinalizedMark that
        && since.equals(that.since)
        && newest.equals(that.newest)
        && rechecked.equals(that.rechecked)
        && known.equals(that.known);
  }

  @Override
  public int hashCode() {
    return Objects.hash(since, newest, rechecked, known);
  }

  /** How many cases it remembers, and nothing of them. */
  @Override
  public String toString() {
    return "FinalizedMark[since=" + since + ", cases=<" + known.size() + ">]";
  }

  /**
   * A case that was seen.
   *
   * @param changed when its status last changed, if the server told
   * @param listed whether the last list had it
   */
  record Known(Optional<Instant> changed, boolean listed) {}
}
