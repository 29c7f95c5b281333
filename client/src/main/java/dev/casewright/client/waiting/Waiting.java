package dev.casewright.client.waiting;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.UnwantedStatusException;
import dev.casewright.client.json.OpenValue;
import java.util.concurrent.CancellationException;

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
   * @param watched what is waited for
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
  public <T, S extends OpenValue> T until(Watched<T, S> watched, Wait<S> wait) {
    return new RunningWait<>(settings, policy, watched, wait, closed).await();
  }

  /** Ends all waits, as cancelled; later ones end before their first reading. */
  public void close() {
    closed.cancel();
  }
}
