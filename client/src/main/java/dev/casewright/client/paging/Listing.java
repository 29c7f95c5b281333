package dev.casewright.client.paging;

import dev.casewright.client.call.Call;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read page by page, only as far as it is walked. Every walk starts anew and sees
 * the list as it is then.
 *
 * <p>The server gives no total and no link to the next page. So a short page does not end the walk,
 * two empty pages in a row do; the next page starts behind the rows that really came. A row that
 * was on the page before is not given twice; the same rows on two pages in a row are an error, in
 * whatever order. Walking blocks, and throws what the calls throw. The listing is thread-safe, a
 * single walk is not.
 *
 * @param <T> what the rows are
 */
public final class Listing<T> implements Iterable<T> {
  private final Supplier<Call> calls;
  private final PageSource<T> source;
  private final int pageSize;
  private final Function<T, Object> identity;

  Listing(Supplier<Call> calls, PageSource<T> source, int pageSize, Function<T, Object> identity) {
    this.calls = calls;
    this.source = source;
    this.pageSize = pageSize;
    this.identity = identity;
  }

  @Override
  public Iterator<T> iterator() {
    return new RowWalk<>(new PageWalk<>(calls, source, pageSize, identity), identity);
  }

  /**
   * The rows.
   *
   * @return a sequential stream that reads pages as it needs them
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * The pages as the server gives them, empty ones left out.
   *
   * @return the pages, read as they are walked
   */
  public Iterable<Page<T>> pages() {
    return () -> new PageWalk<>(calls, source, pageSize, identity);
  }

  /**
   * The first page alone, in one call.
   *
   * @return the page; without rows if the list is empty
   */
  public Page<T> firstPage() {
    return new Page<>(0, source.read(pageSize, 0));
  }

  /**
   * The whole list at once.
   *
   * @return the rows
   */
  public List<T> toList() {
    return stream().toList();
  }
}
