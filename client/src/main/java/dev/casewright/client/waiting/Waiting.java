package dev.casewright.client.waiting;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.error.DeadlineException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits until something on the server has come about, by reading it again and again. Thread-safe.
 */
public final class Waiting {
  private final CallSettings settings;
  private final Duration interval;

  /**
   * Creates an instance.
   *
   * @param settings how calls behave
   * @param interval the time between two readings
   */
  public Waiting(CallSettings settings, Duration interval) {
    this.settings = settings;
    this.interval = interval;
  }

  /**
   * Reads until it has come about. Reads at least once, and once more when the time is just over.
   *
   * @param operation the name of the wait
   * @param reading reads; what it throws ends the wait
   * @param reached whether it has come about
   * @param timeout how long to wait
   * @param <T> what is read
   * @return what was read last
   * @throws DeadlineException if it has not come about in time
   * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
   */
  public <T> T until(
      String operation, Supplier<T> reading, Predicate<T> reached, Duration timeout) {
    Call call = Call.reading(operation, timeout, settings);
    while (true) {
      T read = reading.get();
      if (reached.test(read)) {
        return read;
      }
      Duration left = timeout.minus(call.elapsed());
      if (left.isNegative() || left.isZero()) {
        throw new DeadlineException(
            call.failed(OptionalInt.empty(), Optional.empty()),
            "it has not come about within "
                + timeout.toSeconds()
                + " s. Wait longer, or look why the server is not there yet.");
      }
      sleep(left.compareTo(interval) < 0 ? left : interval);
    }
  }

  private void sleep(Duration time) {
    try {
      settings.sleeper().sleep(time);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The wait was interrupted.");
    }
  }
}
