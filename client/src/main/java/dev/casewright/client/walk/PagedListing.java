package dev.casewright.client.walk;

import dev.casewright.client.call.Call;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.paging.Page;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A listing over a source of pages. Thread-safe.
 *
 * @param <T> what the rows are
 */
final class PagedListing<T> implements Listing<T> {
  private final Supplier<Call> calls;
  private final Function<Call, PageSource<T>> sources;
  private final int pageSize;
  private final Function<T, Object> identity;

  PagedListing(
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
  public Iterator<T> iterator() {
    return new RowWalk<>(new PageWalk<>(calls, sources, pageSize, identity), identity);
  }

  @Override
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  @Override
  public Iterable<Page<T>> pages() {
    return () -> new PageWalk<>(calls, sources, pageSize, identity);
  }

  @Override
  public Page<T> firstPage() {
    return new Page<>(0, sources.apply(calls.get()).read(pageSize, 0));
  }

  @Override
  public List<T> toList() {
    return stream().toList();
  }
}
