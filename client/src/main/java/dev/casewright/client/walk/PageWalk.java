package dev.casewright.client.walk;

import dev.casewright.client.call.Call;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.paging.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Walks from page to page. To be used by one thread. */
final class PageWalk<T> implements Iterator<Page<T>> {
  private static final int EMPTY_PAGES_AT_THE_END = 2;

  private final Supplier<Call> calls;
  private final Function<Call, PageSource<T>> sources;
  private final int pageSize;
  private final Function<T, Object> identity;
  private Call call;
  private PageSource<T> source;
  private int offset;
  private int emptyPages;

  /** Of the page before, only by what its rows are known again: the rows may be big. */
  private Set<Object> onPageBefore = Set.of();

  private Page<T> ahead;

  PageWalk(
      Supplier<Call> calls,
      Function<Call, PageSource<T>> sources,
      int pageSize,
      Function<T, Object> identity) {
    this.calls = calls;
    this.sources = sources;
    this.pageSize = pageSize;
    this.identity = identity;
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && emptyPages < EMPTY_PAGES_AT_THE_END) {
      read();
    }
    return ahead != null;
  }

  @Override
  public Page<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The list has no more pages.");
    }
    Page<T> next = ahead;
    ahead = null;
    return next;
  }

  private void read() {
    if (call == null) {
      call = calls.get();
      source = sources.apply(call);
    }
    Page<T> page = new Page<>(offset, source.read(pageSize, offset));
    if (page.items().isEmpty()) {
      emptyPages++;
      offset = Math.addExact(offset, pageSize);
      return;
    }
    // Without a wanted order a server may give the same rows in another one each time.
    Set<Object> onThisPage = page.items().stream().map(identity).collect(Collectors.toSet());
    if (onThisPage.equals(onPageBefore)) {
      throw call.endWith(
          new ServerException(
              call.unanswered(),
              "the server gave the same page twice, as if it did not know \"offset\". What was read so"
                  + " far may not be the whole list. A row that was created meanwhile can look the same"
                  + " if a page has few rows: walk the list again."));
    }
    onPageBefore = onThisPage;
    emptyPages = 0;
    // By the rows that came and not by those asked for: a server may give fewer at once.
    offset = Math.addExact(offset, page.items().size());
    ahead = page;
  }
}
