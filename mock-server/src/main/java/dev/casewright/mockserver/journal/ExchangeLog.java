package dev.casewright.mockserver.journal;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for an exchange to the log of this class: a warning for what was refused or went
 * wrong, with the reason in words of our own, information for all else. Immutable.
 */
public final class ExchangeLog implements Consumer<JournalEntry> {

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeLog.class);

  private final boolean all;

  private ExchangeLog(boolean all) {
    this.all = all;
  }

  /**
   * A log of all exchanges.
   *
   * @return the log
   */
  public static ExchangeLog ofAll() {
    return new ExchangeLog(true);
  }

  /**
   * A log of what was refused, broke the contract, fitted no operation, met a fault or failed.
   *
   * @return the log
   */
  public static ExchangeLog ofRefused() {
    return new ExchangeLog(false);
  }

  @Override
  public void accept(JournalEntry entry) {
    if (isGood(entry.verdict())) {
      if (all) {
        LOG.info("{}, space {}", entry, entry.space());
      }
    } else if (LOG.isWarnEnabled()) {
      LOG.warn("{}, space {}: {}", entry, entry.space(), reason(entry));
    }
  }

  private static boolean isGood(Verdict verdict) {
    return verdict == Verdict.SERVED || verdict == Verdict.REDIRECTED;
  }

  private static String reason(JournalEntry entry) {
    Stream<String> acted =
        Stream.concat(
            entry.explanation().faults().stream().map(fault -> "fault " + fault),
            entry.explanation().deviated().stream().map(id -> "deviation " + id));
    String said =
        entry
            .explanation()
            .reason()
            .orElseGet(() -> String.join(", ", entry.explanation().checks()));
    return Stream.concat(Stream.of(said), acted)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
