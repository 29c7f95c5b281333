package dev.casewright.conformance.difference;

import java.util.ArrayList;
import java.util.List;

/** Collects changes, and knows which way round they break a client. */
final class Findings {

  private final List<Change> changes = new ArrayList<>();

  List<Change> all() {
    return List.copyOf(changes);
  }

  void add(boolean breaking, String place, String what) {
    changes.add(new Change(breaking, place, what));
  }

  /** Notes a change of a word, if there is one. */
  void compareWords(boolean breaking, String place, String name, Object before, Object after) {
    if (!before.equals(after)) {
      add(breaking, place, name + " was " + before + ", is " + after);
    }
  }

  /** What a value may be, seen from the side that has to bear it. */
  Side sent() {
    return new Side(true);
  }

  /** What a value may be, seen from the side that has to bear it. */
  Side answered() {
    return new Side(false);
  }

  /** One direction: to allow less breaks whoever sends, to allow more breaks whoever reads. */
  final class Side {

    private final boolean sent;

    private Side(boolean sent) {
      this.sent = sent;
    }

    void narrower(String place, String what) {
      add(sent, place, what);
    }

    void wider(String place, String what) {
      add(!sent, place, what);
    }

    void other(String place, String what) {
      add(true, place, what);
    }

    void harmless(String place, String what) {
      add(false, place, what);
    }
  }
}
