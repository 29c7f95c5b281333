package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.FinalizedMark.Known;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the finalized cases once, from a mark on. To be used once, by one thread.
 *
 * <p>The list tells no times, and in which zone its filter reads a time without one is not
 * documented. So the window begins early, and each case is read to learn when its status changed:
 * name, status and that time tell a repetition from a case that was finalized again.
 */
final class FinalizedCases {
  /** How long a case that was finalized again may stay unnoticed, unless told otherwise. */
  static final Duration RECHECK = Duration.ofMinutes(15);

  /** All zones there are lie within it (Emedgene facts, 5, last line). */
  private static final Duration WIDENED = Duration.ofHours(26);

  /**
   * Longer than any server's window reaches back, a change to summer time included: 26 hours, and
   * the 14 of the easternmost zone.
   */
  private static final Duration REMEMBERED = Duration.ofHours(48);

  private static final int MOST_NEW = 500;

  private final FinalizedMark mark;
  private final Function<LocalDateTime, Stream<CaseListEntry>> list;
  private final Function<String, CaseDetail> reading;
  private final Instant now;
  private final boolean recheck;
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final List<FinalizedCase> given = new ArrayList<>();
  private int newOnes;

  FinalizedCases(
      FinalizedMark mark,
      Function<LocalDateTime, Stream<CaseListEntry>> list,
      Function<String, CaseDetail> reading,
      Clock clock,
      Duration recheckAfter) {
    this.mark = Objects.requireNonNull(mark, "mark");
    this.list = list;
    this.reading = reading;
    this.now = clock.instant();
    Duration unchecked = Duration.between(mark.rechecked(), now);
    this.recheck = unchecked.isNegative() || unchecked.compareTo(recheckAfter) >= 0;
  }

  FinalizedBatch batch() {
    Instant from = mark.newest().minus(WIDENED);
    listed(from).forEach(this::take);
    boolean complete = newOnes <= MOST_NEW;
    Instant newest = complete ? newest() : mark.newest();
    rememberTheUnlisted(newest.minus(REMEMBERED));
    return new FinalizedBatch(
        given,
        new FinalizedMark(mark.since(), newest, recheck ? now : mark.rechecked(), known),
        complete);
  }

  /** The list is read to its end before a case is read, since its answer may not take for ever. */
  private Set<String> listed(Instant from) {
    try (Stream<CaseListEntry> entries =
        list.apply(LocalDateTime.ofInstant(from, ZoneOffset.UTC))) {
      return entries
          .filter(FinalizedCases::isFinalized)
          .map(CaseListEntry::name)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /** The status in the list may be missing; the filter has seen to it then. */
  private static boolean isFinalized(CaseListEntry entry) {
    return entry.status().map(CaseStatus.FINALIZED::equals).orElse(true);
  }

  private void take(String name) {
    Known before = mark.known().get(name);
    if (before == null) {
      newOnes++;
      if (newOnes <= MOST_NEW) {
        takeNew(name);
      }
    } else if (recheck || !before.listed()) {
      takeAgain(name, before);
    } else {
      known.put(name, before);
    }
  }

  private void takeNew(String name) {
    look(name, new Known(Optional.empty(), true))
        .ifPresent(
            seen -> {
              known.put(name, seen);
              if (seen.changed().map(changed -> !changed.isBefore(mark.since())).orElse(true)) {
                given.add(new FinalizedCase(name, seen.changed()));
              }
            });
  }

  /** A case whose time is told only now was given by its name. */
  private void takeAgain(String name, Known before) {
    look(name, new Known(before.changed(), true))
        .ifPresent(
            seen -> {
              known.put(name, seen);
              if (before.changed().isPresent() && !seen.changed().equals(before.changed())) {
                given.add(new FinalizedCase(name, seen.changed()));
              }
            });
  }

  /**
   * Reads a case.
   *
   * @param untold what is known of it if the server does not tell the time
   * @return empty if it is not finalized any more, or gone
   */
  private Optional<Known> look(String name, Known untold) {
    try {
      CaseDetail detail = reading.apply(name);
      if (!detail.status().equals(CaseStatus.FINALIZED)) {
        return Optional.empty();
      }
      return Optional.of(
          detail.statusChangeDate().isPresent()
              ? new Known(detail.statusChangeDate(), true)
              : untold);
    } catch (NotFoundException gone) {
      return Optional.empty();
    } catch (DecodeException unreadable) {
      // One case that cannot be understood must not hide all others for ever.
      return Optional.of(untold);
    }
  }

  /** The server's times, so that a wrong clock of this machine does no harm. */
  private Instant newest() {
    Instant newest = mark.newest();
    boolean told = false;
    for (Known seen : known.values()) {
      told = told || seen.changed().isPresent();
      Instant changed = seen.changed().filter(time -> !time.isAfter(now)).orElse(newest);
      newest = changed.isAfter(newest) ? changed : newest;
    }
    return told || known.isEmpty() || now.isBefore(newest) ? newest : now;
  }

  /**
   * A case that leaves the list is reopened, or too old for it, or the server's window has moved
   * with summer time: when it comes back it is read, and given if it was finalized again.
   */
  private void rememberTheUnlisted(Instant oldest) {
    mark.known()
        .forEach(
            (name, before) -> {
              if (!known.containsKey(name)
                  && before.changed().map(changed -> !changed.isBefore(oldest)).orElse(false)) {
                known.put(name, new Known(before.changed(), false));
              }
            });
  }
}
