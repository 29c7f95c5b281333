package dev.casewright.client.walk;

import dev.casewright.client.call.Call;
import dev.casewright.client.paging.Listing;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one page of a list.
 *
 * @param <T> what the rows are
 */
@FunctionalInterface
public interface PageSource<T> {
  /**
   * Reads a page. Blocks.
   *
   * @param limit the largest number of rows
   * @param offset the number of rows to skip
   * @return the rows
   */
  List<T> read(int limit, int offset);

  /**
   * Creates a listing. Sends nothing.
   *
   * @param calls starts the call that a walk is, and that a failure of the walk is told of
   * @param sources makes what reads the pages, as parts of that call
   * @param pageSize the number of rows to ask for at once
   * @param identity by what a row is known again
   * @param <T> what the rows are
   * @return the listing
   */
  static <T> Listing<T> listing(
      Supplier<Call> calls,
      Function<Call, PageSource<T>> sources,
      int pageSize,
      Function<T, Object> identity) {
    return new PagedListing<>(calls, sources, pageSize, identity);
  }
}
