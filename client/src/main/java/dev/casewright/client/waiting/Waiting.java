package dev.casewright.client.waiting;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.UnwantedStatusException;
import dev.casewright.client.json.OpenValue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Waits until something on the server has a status, by reading it again and again. Not for use by
 * applications. Thread-safe.
 */
public final class Waiting {
  private final CallSettings settings;
  private final PollPolicy policy;
  private final Cancellation closed = new Cancellation();

  /**
   * Creates an instance.
   *
   * @param settings how calls behave
   * @param policy how often to read, unless a wait says otherwise
   */
  public Waiting(CallSettings settings, PollPolicy policy) {
    this.settings = settings;
    this.policy = policy;
  }

  /**
   * Reads until a wanted status has come about.
   *
   * @param name the name or id of what is waited for, which may be logged
   * @param reader makes what reads it, from what is left of the wait and its correlation id
   * @param status its status
   * @param failing the statuses that end a wait as failed unless the wait says otherwise
   * @param wait what to wait for and how long
   * @param <T> what is read
   * @param <S> the type of the statuses
   * @return what was read last
   * @throws UnwantedStatusException if it met a status that ends the wait as failed
   * @throws DeadlineException if no wanted status has come about in time
   * @throws CancellationException if the wait was cancelled, the client closed or the thread
   *     interrupted; the thread stays marked as interrupted
   * @throws CasewrightException if it cannot be read
   */
  public <T, S extends OpenValue> T until(
      String name,
      BiFunction<Supplier<Duration>, String, Supplier<T>> reader,
      Function<T, S> status,
      Set<S> failing,
      Wait<S> wait) {
    Watched<T, S> watched = new Watched<>(name, reader, status, failing);
    return new RunningWait<>(settings, policy, watched, wait, closed).await();
  }

  /** Ends all waits, as cancelled; later ones end before their first reading. */
  public void close() {
    closed.cancel();
  }
}
