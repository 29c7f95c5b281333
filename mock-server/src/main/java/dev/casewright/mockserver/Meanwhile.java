package dev.casewright.mockserver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Something that a thread of its own makes while another goes on. Thread-safe.
 *
 * @param <T> what is made
 */
final class Meanwhile<T> {

  private final CompletableFuture<T> made;

  /**
   * Starts to make it.
   *
   * @param maker makes it
   */
  Meanwhile(Supplier<T> maker) {
    this.made =
        CompletableFuture.supplyAsync(maker, task -> new Thread(task, "casewright-start").start());
  }

  /** Waits until it is made or cannot be made, so that nothing goes on behind a failure. */
  void await() {
    made.handle((result, failure) -> result).join();
  }

  /**
   * Waits for it.
   *
   * @return what was made
   * @throws RuntimeException what the maker threw
   */
  T result() {
    try {
      return made.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw failure;
    }
  }
}
