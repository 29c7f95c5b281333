package dev.casewright.client.paging;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

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
public interface Listing<T> extends Iterable<T> {
  /**
   * Starts a walk from row to row. Sends nothing before its first step.
   *
   * @return the walk; its steps block, and throw what the calls throw, or a {@link
   *     dev.casewright.client.error.ServerException} if the server gives the same page twice
   */
  @Override
  Iterator<T> iterator();

  /**
   * The rows.
   *
   * @return a sequential stream that reads pages as it needs them; it throws what {@link
   *     #iterator()} throws
   */
  Stream<T> stream();

  /**
   * The pages as the server gives them, empty ones left out.
   *
   * @return the pages, read as they are walked; the walk throws what {@link #iterator()} throws
   */
  Iterable<Page<T>> pages();

  /**
   * The first page alone, in one call. Blocks; may be repeated.
   *
   * @return the page; without rows if the list is empty
   * @throws dev.casewright.client.error.CasewrightException if the call fails
   */
  Page<T> firstPage();

  /**
   * The whole list at once. Blocks; may be repeated.
   *
   * @return the rows
   * @throws dev.casewright.client.error.CasewrightException what {@link #iterator()} throws
   */
  List<T> toList();
}
