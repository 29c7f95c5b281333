package dev.casewright.mockserver.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last exchanges of one space, oldest first. Thread-safe. */
final class Ring {

  private final int most;
  private final Deque<JournalEntry> kept = new ArrayDeque<>();

  Ring(int most) {
    this.most = most;
  }

  synchronized void add(JournalEntry entry) {
    if (kept.size() == most) {
      kept.removeFirst();
    }
    kept.addLast(entry);
  }

  synchronized List<JournalEntry> entries() {
    return List.copyOf(kept);
  }
}
