package dev.casewright.conformance.target;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a run has found out about one workspace and organisation, so that not every check has to
 * look for its subjects anew. Only the choice of subjects may come from here: what a check asserts
 * on is always asked anew.
 *
 * <p>Holds what answers held, so it never goes into a report. Thread-safe: while one thread looks
 * for something, the others wait. What fails is not remembered.
 */
public final class Memory {

  private final Map<String, Object> subjects = new HashMap<>();
  private final Map<String, Object> kept = new HashMap<>();

  /**
   * What is known until something changes in the space.
   *
   * @param what its name
   * @param type its type
   * @param find looks for it if it is not known; may block
   * @param <T> its type
   * @return it
   */
  public synchronized <T> T subject(String what, Class<T> type, Supplier<T> find) {
    return known(subjects, what, type, find);
  }

  /**
   * What is known for as long as the run takes, whatever changes in the space.
   *
   * @param what its name
   * @param type its type
   * @param find looks for it if it is not known; may block
   * @param <T> its type
   * @return it
   */
  public synchronized <T> T kept(String what, Class<T> type, Supplier<T> find) {
    return known(kept, what, type, find);
  }

  /**
   * Keeps something for as long as the run takes.
   *
   * @param what its name
   * @param value it
   */
  public synchronized void keep(String what, Object value) {
    kept.put(what, value);
  }

  /** Something may have changed in the space: what is known of its subjects is forgotten. */
  public synchronized void forgetSubjects() {
    subjects.clear();
  }

  /** Nothing is in the map before it is found, since finding one thing may need another. */
  private static <T> T known(
      Map<String, Object> all, String what, Class<T> type, Supplier<T> find) {
    if (!all.containsKey(what)) {
      all.put(what, find.get());
    }
    return type.cast(all.get(what));
  }
}
