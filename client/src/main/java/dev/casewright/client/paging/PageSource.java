package dev.casewright.client.paging;

import java.util.List;

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
}
