package dev.casewright.client.paging;

import dev.casewright.client.call.Call;
import dev.casewright.client.error.ServerException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Walks from page to page. To be used by one thread. */
final class PageWalk<T> implements Iterator<Page<T>> {
  private static final int EMPTY_PAGES_AT_THE_END = 2;

  private final Supplier<Call> calls;
  private final PageSource<T> source;
  private final int pageSize;
  private int offset;
  private int emptyPages;
  private Page<T> previous = new Page<>(0, List.of());
  private Page<T> ahead;

  PageWalk(Supplier<Call> calls, PageSource<T> source, int pageSize) {
    this.calls = calls;
    this.source = source;
    this.pageSize = pageSize;
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
    previous = ahead;
    ahead = null;
    return previous;
  }

  private void read() {
    Call call = calls.get();
    Page<T> page = new Page<>(offset, source.read(pageSize, offset));
    if (page.items().isEmpty()) {
      emptyPages++;
      offset = Math.addExact(offset, pageSize);
      return;
    }
    if (page.items().equals(previous.items())) {
      throw new ServerException(
          call.failed(OptionalInt.empty(), Optional.empty()),
          "the server gave the same page twice, as if it did not know \"offset\". What was read so"
              + " far may not be the whole list.");
    }
    emptyPages = 0;
    // By the rows that came and not by those asked for: a server may give fewer at once.
    offset = Math.addExact(offset, page.items().size());
    ahead = page;
  }
}
