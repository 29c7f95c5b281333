package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;

/** What Jetty tells of connections, in the orders in which its threads may tell it. */
class ConnectionsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final ByHand scheduler = new ByHand();
  private final Connections connections =
      new Connections(
          Limits.defaults()
              .with(Limit.CONNECTIONS, 1)
              .with(Limit.IDLE_TIME, Duration.ofSeconds(1))
              .with(Limit.REQUEST_TIME, Duration.ofSeconds(1)),
          nanos::get,
          scheduler);

  @Test
  void theSecondConnectionIsTooManyWhileTheFirstIsInWork() {
    Connection first = open();
    connections.begin(first);

    assertThat(isRefused(open())).isTrue();
  }

  @Test
  void aRequestThatEndsAfterItsConnectionLeavesNothingBehind() {
    Connection connection = open();
    connections.begin(connection);
    connections.onClosed(connection);
    connections.end(connection);

    assertThat(isRefused(open())).isFalse();
  }

  @Test
  void aConnectionWhoseEndNobodyToldIsForgotten() {
    Connection connection = open();
    connection.getEndPoint().close();
    connections.watch();
    scheduler.run();

    assertThat(isRefused(open())).isFalse();
  }

  @Test
  void aHeadThatTakesTooLongEndsItsConnection() {
    Connection connection = open();
    connections.watch();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
    scheduler.run();

    assertThat(connection.getEndPoint().isOpen()).isFalse();
  }

  @Test
  void aRequestInWorkMayTakeLongerThanAHead() {
    Connection connection = open();
    connections.begin(connection);
    connections.watch();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
    scheduler.run();

    assertThat(connection.getEndPoint().isOpen()).isTrue();
  }

  private Connection open() {
    ByteArrayEndPoint endPoint = new ByteArrayEndPoint();
    Connection connection = new Silent(endPoint);
    endPoint.setConnection(connection);
    connections.onOpened(connection);
    return connection;
  }

  private boolean isRefused(Connection connection) {
    return connections.isTooMany(connection);
  }

  /** A connection on which nothing is said. */
  private static final class Silent extends AbstractConnection {

    Silent(EndPoint endPoint) {
      super(endPoint, Runnable::run);
    }

    @Override
    public void onFillable() {}
  }

  /** Does what was scheduled last when it is told to. */
  private static final class ByHand extends AbstractLifeCycle implements Scheduler {

    private Runnable next = () -> {};

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit unit) {
      next = task;
      return () -> false;
    }

    void run() {
      next.run();
    }
  }
}
