package dev.casewright.mockserver;

import dev.casewright.mockserver.journal.Journal;
import dev.casewright.mockserver.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last exchanges that clients had with the mock, in one space or in all of them. Requests whose
 * credentials name no space count for {@code default}. Nothing here blocks. Thread-safe.
 */
public final class MockExchanges {

  private final Journal journal;
  private final Optional<String> space;

  MockExchanges(Journal journal, Optional<String> space) {
    this.journal = journal;
    this.space = space;
  }

  /**
   * All that are kept.
   *
   * @return the exchanges, the latest request first
   */
  public List<JournalEntry> all() {
    return journal.entries(space);
  }

  /**
   * The last ones.
   *
   * @param number how many at most, 0 or more
   * @return the exchanges, the latest request first
   */
  public List<JournalEntry> last(int number) {
    return all().stream().limit(number).toList();
  }

  /**
   * One of them.
   *
   * @param id the id of the request, as the answer tells it in {@code X-Mock-Request-Id}
   * @return the exchange; nothing if there was none or it is not kept any more
   */
  public Optional<JournalEntry> find(String id) {
    return journal.find(space, id);
  }

  /**
   * What the mock saw, with explanations, as lines for a person to read: the message of a test that
   * failed, say.
   *
   * @param number how many exchanges at most, 0 or more
   * @return the last of them, the earliest request first; an empty text if there are none
   */
  public String text(int number) {
    List<JournalEntry> told = new ArrayList<>(last(number));
    Collections.reverse(told);
    return told.stream().map(JournalEntry::text).collect(Collectors.joining("\n"));
  }

  /** Forgets all that are kept. May be repeated. */
  public void clear() {
    journal.clear(space);
  }
}
