package dev.casewright.client.walk;

import dev.casewright.client.paging.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;

/** Walks from row to row. To be used by one thread. */
final class RowWalk<T> implements Iterator<T> {
  private final Iterator<Page<T>> pages;
  private final Function<T, Object> identity;
  private final Deque<T> rows = new ArrayDeque<>();
  private Set<Object> onPageBefore = Set.of();

  RowWalk(Iterator<Page<T>> pages, Function<T, Object> identity) {
    this.pages = pages;
    this.identity = identity;
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && pages.hasNext()) {
      take(pages.next());
    }
    return !rows.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The list has no more rows.");
    }
    return rows.remove();
  }

  /**
   * A report that is created during the walk moves the others on by one, over the edge of the page.
   */
  private void take(Page<T> page) {
    Set<Object> onThisPage = new HashSet<>();
    for (T row : page.items()) {
      Object known = identity.apply(row);
      if (!onPageBefore.contains(known)) {
        rows.add(row);
      }
      onThisPage.add(known);
    }
    onPageBefore = onThisPage;
  }
}
