package dev.casewright.client.paging;

import java.util.List;

/**
 * One page of a list, as the server gave it. Immutable and thread-safe. Its rows are as well.
 *
 * @param offset how many rows of the list were skipped to get here
 * @param items the rows
 * @param <T> what the rows are
 */
public record Page<T>(int offset, List<T> items) {
  /** Copies the rows. */
  public Page {
    items = List.copyOf(items);
  }

  /** Leaves out the rows. */
  @Override
  public String toString() {
    return "Page[offset=" + offset + ", items=<" + items.size() + ">]";
  }
}
