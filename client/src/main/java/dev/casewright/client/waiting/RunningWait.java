package dev.casewright.client.waiting;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.error.UnwantedStatusException;
import dev.casewright.client.json.OpenValue;
import dev.casewright.client.time.Alarm;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One wait. To be used once, by one thread. */
final class RunningWait<T, S extends OpenValue> {
  private static final Logger LOG = LoggerFactory.getLogger("dev.casewright.client.waiting");
  private static final String OPERATION = "awaitStatus";
  private static final Duration MOST_KEPT = Duration.ofSeconds(5);
  private static final int PART_KEPT = 10;

  private final CallSettings settings;
  private final PollPolicy policy;
  private final Watched<T, S> watched;
  private final Wait<S> wait;
  private final Cancellation closed;
  private final Set<S> failing;
  private final Pauses pauses;
  private final Alarm alarm = new Alarm();
  private final Deadline deadline;
  private final Supplier<T> reader;
  private final Duration keptForTheLastReading;
  private final String correlationId;
  private Optional<S> lastStatus = Optional.empty();
  private int readings;
  private int failuresInARow;

  RunningWait(
      CallSettings settings,
      PollPolicy defaultPolicy,
      Watched<T, S> watched,
      Wait<S> wait,
      Cancellation closed) {
    this.settings = settings;
    this.policy = wait.polling().orElse(defaultPolicy);
    this.watched = watched;
    this.wait = wait;
    this.closed = closed;
    this.failing = wait.failing().orElse(watched.failing());
    this.pauses = new Pauses(policy, settings.random());
    this.deadline = Deadline.in(wait.timeout(), settings.ticker());
    this.keptForTheLastReading = Deadline.shorter(wait.timeout().dividedBy(PART_KEPT), MOST_KEPT);
    this.correlationId = settings.correlationIds().get();
    this.reader = watched.reader().apply(deadline::left, correlationId);
  }

  T await() {
    closed.join(alarm);
    wait.cancellation().join(alarm);
    wait.signal().ifPresent(signal -> signal.join(watched.name(), alarm));
    try {
      return readAgainAndAgain();
    } finally {
      wait.signal().ifPresent(signal -> signal.leave(watched.name(), alarm));
      wait.cancellation().leave(alarm);
      closed.leave(alarm);
    }
  }

  private T readAgainAndAgain() {
    while (true) {
      // Before the reading, so that what rings during it leads to another one.
      alarm.silence();
      refuseIfCancelled();
      Optional<T> read = Optional.empty();
      Duration atLeast = Duration.ZERO;
      try {
        read = Optional.of(read());
      } catch (CasewrightException | IllegalStateException failure) {
        // It may fail because of that.
        refuseIfCancelled();
        atLeast = pauseAfter(failure);
      }
      if (read.isPresent() && isWanted(read.get())) {
        return read.get();
      }
      Duration left = deadline.left().minus(keptForTheLastReading);
      if (left.isNegative() || left.isZero()) {
        throw late();
      }
      pause(Deadline.shorter(Deadline.longer(pauses.next(), atLeast), left));
    }
  }

  private void refuseIfCancelled() {
    if (closed.isCancelled()) {
      throw new CancellationException("The client was closed while it waited.");
    }
    if (wait.cancellation().isCancelled()) {
      throw new CancellationException("The wait was cancelled, after " + readings + " readings.");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private T read() {
    readings++;
    T read = reader.get();
    failuresInARow = 0;
    return read;
  }

  private boolean isWanted(T read) {
    S status = watched.status().apply(read);
    boolean changed = !lastStatus.equals(Optional.of(status));
    if (changed) {
      pauses.restart();
    }
    lastStatus = Optional.of(status);
    tell(new WaitProgress<>(watched.name(), status, changed, readings, elapsed(), deadline.left()));
    if (!wait.wanted().contains(status) && failing.contains(status)) {
      throw new UnwantedStatusException(details(), status);
    }
    return wait.wanted().contains(status);
  }

  private void tell(WaitProgress<S> progress) {
    try {
      wait.listener().statusRead(progress);
    } catch (RuntimeException failure) {
      LOG.warn("a listener of a wait failed: {}", failure.getClass().getName());
    }
  }

  /** How long to pause at least, if the failure does not end the wait. */
  private Duration pauseAfter(RuntimeException failure) {
    if (failure instanceof DeadlineException && deadline.hasPassed()) {
      throw late();
    }
    failuresInARow++;
    // Before a status was read, a wrong address or port is likelier than a server that comes back.
    boolean tolerated = lastStatus.isPresent() && failuresInARow <= policy.toleratedFailures();
    if (!tolerated || !isPassing(failure)) {
      throw failure;
    }
    return failure instanceof RateLimitedException limited
        ? limited.waitTime().orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static boolean isPassing(RuntimeException failure) {
    return failure instanceof ServerException
        || failure instanceof TransportException
        || failure instanceof RateLimitedException
        || failure instanceof DeadlineException;
  }

  private void pause(Duration time) {
    try {
      settings.sleeper().sleep(time, alarm);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
    if (alarm.isRinging()) {
      pauses.restart();
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("The wait was interrupted.");
  }

  private DeadlineException late() {
    return new DeadlineException(
        details(),
        "no status that was waited for came about within "
            + wait.timeout().toMillis()
            + " ms; the last one read was "
            + lastStatus.map(OpenValue::toString).orElse("none")
            + ". Wait longer, or look why the server is not there yet.");
  }

  private CallDetails details() {
    return new CallDetails(
        OPERATION,
        OptionalInt.empty(),
        correlationId,
        readings,
        elapsed(),
        Outcome.UNCHANGED,
        Optional.empty(),
        Optional.empty());
  }

  private Duration elapsed() {
    return deadline.limit().minus(deadline.left());
  }
}
