package dev.casewright.mockserver;

import dev.casewright.mockserver.space.Space;

/** A state of a space that is kept to be restored. Nothing here blocks. Thread-safe. */
public final class MockSnapshot {

  private final Space space;
  private final String id;

  MockSnapshot(Space space, String id) {
    this.space = space;
    this.id = id;
  }

  /**
   * Its id.
   *
   * @return a number within its space
   */
  public String id() {
    return id;
  }

  /**
   * Puts the space back to this state, settings not included. What was on its way goes on from
   * where it was, however much time has gone by since. May be repeated.
   *
   * @throws IllegalStateException if the snapshot was removed
   */
  public void restore() {
    if (!space.snapshots().restore(id)) {
      throw new IllegalStateException(
          "Snapshot " + id + " of space " + space.name() + " was removed. Take a new one.");
    }
  }

  /** Forgets the state, which frees its memory. May be repeated. */
  public void remove() {
    space.snapshots().remove(id);
  }

  @Override
  public String toString() {
    return "snapshot " + id + " of space " + space.name();
  }
}
