package dev.casewright.client.webhook;

import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The notices that were confirmed: those that are dealt with right now, and those that were within
 * a window, oldest first, up to a number. Thread-safe; no lock is held while anything is sent.
 */
final class ConfirmedNotices {
  /** How far a notice has come. */
  enum State {
    NEW,
    UNDER_WAY,
    DONE
  }

  private final Duration window;
  private final int most;
  private final Ticker ticker;
  private final Map<NoticeKey, Long> times = new LinkedHashMap<>();
  private final Set<NoticeKey> underWay = new HashSet<>();

  ConfirmedNotices(Duration window, int most, Ticker ticker) {
    this.window = window;
    this.most = most;
    this.ticker = ticker;
  }

  synchronized State state(NoticeKey key) {
    forgetWhatIsOld();
    if (underWay.contains(key)) {
      return State.UNDER_WAY;
    }
    return times.containsKey(key) ? State.DONE : State.NEW;
  }

  /**
   * Takes up a new notice. What was remembered of the case with another status is forgotten: if a
   * notice of that comes again, the case has come back to it.
   *
   * @return the state that it had; it is taken up only if it was new
   */
  synchronized State begin(NoticeKey key) {
    State state = state(key);
    if (state == State.NEW) {
      times.keySet().removeIf(known -> isOtherStatus(known, key));
      underWay.removeIf(known -> isOtherStatus(known, key));
      underWay.add(key);
    }
    return state;
  }

  /** Takes up a new notice and remembers it at once. */
  synchronized State remember(NoticeKey key) {
    State state = begin(key);
    if (state == State.NEW) {
      done(key);
    }
    return state;
  }

  private static boolean isOtherStatus(NoticeKey known, NoticeKey key) {
    return known.caseName().equals(key.caseName()) && !known.status().equals(key.status());
  }

  /** Remembers a notice that is under way, unless the case has had another status meanwhile. */
  synchronized void done(NoticeKey key) {
    if (!underWay.remove(key)) {
      return;
    }
    times.put(key, ticker.nanos());
    if (times.size() > most) {
      Iterator<NoticeKey> oldest = times.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized void forget(NoticeKey key) {
    underWay.remove(key);
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
