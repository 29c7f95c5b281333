package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.SelectorManager.AcceptListener;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which connections are open, and since when each has been waiting for the head of a request:
 * closes those that take too long, refuses those that are too many, and at the end lets those
 * finish that have a request in flight. Thread-safe.
 */
final class Connections implements Connection.Listener, AcceptListener {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** So many more are let in to be told that they are too many; the rest are shut out at once. */
  private static final int TOLD = 64;

  private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
  private static final long LONGEST_SWEEP_MILLIS = 1_000;

  private final Limits limits;
  private final LongSupplier nanos;
  private final Scheduler scheduler;
  private final long longestHead;
  private final Map<Connection, State> open = new HashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean stopping;

  Connections(Limits limits, LongSupplier nanos, Scheduler scheduler) {
    this.limits = limits;
    this.nanos = nanos;
    this.scheduler = scheduler;
    this.longestHead = limits.time(Limit.IDLE_TIME).plus(limits.time(Limit.REQUEST_TIME)).toNanos();
  }

  /** Begins to look after slow connections; ends when the scheduler does. */
  void watch() {
    long again = Math.min(LONGEST_SWEEP_MILLIS, limits.time(Limit.REQUEST_TIME).toMillis());
    scheduler.schedule(this::sweep, again, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    long now = nanos.getAsLong();
    close(
        (connection, state) ->
            !state.inWork() && now - state.since() > longestHead
                || !connection.getEndPoint().isOpen());
    watch();
  }

  /** Why a request is not taken on its connection. */
  Optional<MockAnswer> refusal(Arrival arrival) {
    closeAtTheEnd(arrival);
    return isTooMany(arrival.connection())
        ? Optional.of(
            ErrorShape.at(arrival.path())
                .error(
                    503,
                    "More than "
                        + limits.number(Limit.CONNECTIONS)
                        + " connections are open. Close some, or raise "
                        + Limit.CONNECTIONS.option()
                        + ".")
                .withHeader("Connection", "close"))
        : Optional.empty();
  }

  /** Tells the client that its connection will be closed, if the server is about to stop. */
  void closeAtTheEnd(Arrival arrival) {
    if (stopping) {
      arrival.closeAfterwards();
    }
  }

  @Override
  public void onAccepting(SelectableChannel channel) {
    if (count() < limits.number(Limit.CONNECTIONS) + TOLD) {
      return;
    }
    tellRefused();
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("A connection too many cannot be closed.");
    }
  }

  @Override
  public void onOpened(Connection connection) {
    if (isCounted(connection) && !isRoomFor(connection)) {
      tellRefused();
      connection.getEndPoint().setIdleTimeout(TOLD_WITHIN.toMillis());
    }
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    open.remove(connection);
    notifyAll();
  }

  /** A request has come in whose connection is in work until it is answered. */
  void begin(Arrival arrival) {
    begin(arrival.connection());
    Request.addCompletionListener(arrival.request(), failure -> end(arrival.connection()));
  }

  void begin(Connection connection) {
    become(connection, 1);
  }

  void end(Connection connection) {
    become(connection, -1);
  }

  /** From now on clients are told that their connection will be closed. */
  void announceEnd() {
    stopping = true;
  }

  /**
   * Closes connections without a request in flight, and waits for the others. Blocks, at most for
   * the time that the limits give.
   */
  void finish() {
    long end = nanos.getAsLong() + limits.time(Limit.STOP_TIME).toNanos();
    try {
      for (long left = limits.time(Limit.STOP_TIME).toNanos();
          left > 0 && count() > 0;
          left = end - nanos.getAsLong()) {
        close((connection, state) -> !state.inWork());
        waitWhileAllAreInWork(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close((connection, state) -> true);
  }

  private synchronized void waitWhileAllAreInWork(long nanos) throws InterruptedException {
    if (!open.isEmpty() && open.values().stream().allMatch(State::inWork)) {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    }
  }

  private synchronized boolean isRoomFor(Connection connection) {
    boolean tooMany = open.size() >= limits.number(Limit.CONNECTIONS);
    open.put(connection, new State(0, nanos.getAsLong(), tooMany));
    return !tooMany;
  }

  synchronized boolean isTooMany(Connection connection) {
    return open.containsKey(connection) && open.get(connection).tooMany();
  }

  /** A connection that has been closed meanwhile does not come back. */
  private synchronized void become(Connection connection, int more) {
    open.computeIfPresent(
        connection,
        (same, state) -> new State(state.requests() + more, nanos.getAsLong(), state.tooMany()));
    notifyAll();
  }

  private synchronized int count() {
    return open.size();
  }

  private void close(BiPredicate<Connection, State> which) {
    // Outside of our lock, since connections have locks of their own and tell us that they close.
    forget(which).forEach(connection -> connection.getEndPoint().close());
  }

  private synchronized List<Connection> forget(BiPredicate<Connection, State> which) {
    List<Connection> forgotten =
        open.entrySet().stream()
            .filter(entry -> which.test(entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    forgotten.forEach(open::remove);
    return forgotten;
  }

  /** Told at the 1st, 2nd, 4th, 8th, … only, so that a flood does not fill the log. */
  private void tellRefused() {
    long count = refused.incrementAndGet();
    if (Long.bitCount(count) == 1) {
      LOG.warn(
          "{} connections refused so far: more than {} are open.",
          count,
          limits.number(Limit.CONNECTIONS));
    }
  }

  /** The one that is inside of TLS counts, not TLS itself. */
  private static boolean isCounted(Connection connection) {
    return !(connection instanceof SslConnection);
  }

  /** How many requests are in work, since when, and whether the connection is refused. */
  private record State(int requests, long since, boolean tooMany) {

    boolean inWork() {
      return requests > 0;
    }
  }
}
