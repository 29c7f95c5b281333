package dev.casewright.mockserver.space;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * States of one space that are kept to be restored: its reports and cases, and how far each has
 * come on its way, but no settings. Thread-safe.
 */
public final class Snapshots {

  /** How many a space keeps. */
  public static final int LIMIT = 100;

  private final Space space;
  private final Map<String, Space.Moment> kept = new LinkedHashMap<>();
  private long taken;

  Snapshots(Space space) {
    this.space = space;
  }

  /**
   * Keeps the state as it is now.
   *
   * @return the id of the new snapshot
   * @throws TooManySnapshotsException if the space keeps as many as it can
   */
  public String take() {
    Space.Moment now = space.moment();
    synchronized (this) {
      if (kept.size() == LIMIT) {
        throw new TooManySnapshotsException(
            "Space "
                + space.name()
                + " keeps "
                + LIMIT
                + " snapshots and no more. Remove one first; the oldest is "
                + kept.keySet().iterator().next()
                + ".");
      }
      taken++;
      String id = Long.toString(taken);
      kept.put(id, now);
      return id;
    }
  }

  /**
   * The snapshots that there are.
   *
   * @return what is told of them, oldest first
   */
  public synchronized List<Snapshot> all() {
    return kept.entrySet().stream()
        .map(entry -> new Snapshot(entry.getKey(), entry.getValue().at()))
        .toList();
  }

  /**
   * Puts the space back to a snapshot, which stays and may be restored again. What was on its way
   * goes on from where it was, however much time has gone by since.
   *
   * @param id the id of the snapshot
   * @return false if there is no such snapshot, and nothing was done
   */
  public boolean restore(String id) {
    Space.Moment moment;
    synchronized (this) {
      moment = kept.get(id);
    }
    if (moment != null) {
      space.resume(moment);
    }
    return moment != null;
  }

  /**
   * Forgets a snapshot.
   *
   * @param id the id of the snapshot
   * @return false if there is no such snapshot
   */
  public synchronized boolean remove(String id) {
    return kept.remove(id) != null;
  }

  /**
   * What is told of a snapshot.
   *
   * @param id its id, a number within its space
   * @param at when it was taken, by the clock of the space
   */
  public record Snapshot(String id, Instant at) {}
}
