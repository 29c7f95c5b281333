package dev.casewright.client.webhook;

import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The notices that were confirmed within a window, oldest first, up to a number. Thread-safe; no
 * lock is held while anything is sent.
 */
final class ConfirmedNotices {
  private final Duration window;
  private final int most;
  private final Ticker ticker;
  private final Map<NoticeKey, Long> times = new LinkedHashMap<>();

  ConfirmedNotices(Duration window, int most, Ticker ticker) {
    this.window = window;
    this.most = most;
    this.ticker = ticker;
  }

  synchronized boolean contains(NoticeKey key) {
    forgetWhatIsOld();
    return times.containsKey(key);
  }

  /**
   * Remembers a notice. What was remembered of the case with another status is forgotten: if a
   * notice of that comes again, the case has come back to it.
   *
   * @return false if the same notice was remembered already
   */
  synchronized boolean add(NoticeKey key) {
    forgetWhatIsOld();
    if (times.containsKey(key)) {
      return false;
    }
    times
        .keySet()
        .removeIf(
            known ->
                known.caseName().equals(key.caseName()) && !known.status().equals(key.status()));
    times.put(key, ticker.nanos());
    if (times.size() > most) {
      Iterator<NoticeKey> oldest = times.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return true;
  }

  synchronized void forget(NoticeKey key) {
    times.remove(key);
  }

  private void forgetWhatIsOld() {
    long now = ticker.nanos();
    Iterator<Long> oldest = times.values().iterator();
    while (oldest.hasNext() && now - oldest.next() >= window.toNanos()) {
      oldest.remove();
    }
  }
}
