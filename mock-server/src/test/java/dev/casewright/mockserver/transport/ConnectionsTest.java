package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
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
    HttpConnection first = open();
    connections.onRequestBegin(requestOf(first));

    assertThat(isRefused(open())).isTrue();
  }

  @Test
  void aRequestThatEndsAfterItsConnectionLeavesNothingBehind() {
    HttpConnection connection = open();
    connections.onRequestBegin(requestOf(connection));
    connections.onClosed(connection);
    connections.onComplete(requestOf(connection));

    assertThat(isRefused(open())).isFalse();
  }

  @Test
  void aConnectionWhoseEndNobodyToldIsForgotten() {
    HttpConnection connection = open();
    connection.getEndPoint().close();
    connections.watch();
    scheduler.run();

    assertThat(isRefused(open())).isFalse();
  }

  @Test
  void aHeadThatTakesTooLongEndsItsConnection() {
    HttpConnection connection = open();
    connections.watch();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
    scheduler.run();

    assertThat(connection.getEndPoint().isOpen()).isFalse();
  }

  @Test
  void aRequestInWorkMayTakeLongerThanAHead() {
    HttpConnection connection = open();
    connections.onRequestBegin(requestOf(connection));
    connections.watch();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
    scheduler.run();

    assertThat(connection.getEndPoint().isOpen()).isTrue();
  }

  private HttpConnection open() {
    ByteArrayEndPoint endPoint = new ByteArrayEndPoint();
    HttpConnection connection =
        new HttpConnection(
            new HttpConfiguration(), new LocalConnector(new Server()), endPoint, false);
    endPoint.setConnection(connection);
    connections.onOpened(connection);
    return connection;
  }

  private static Request requestOf(HttpConnection connection) {
    return connection.getHttpChannel().getRequest();
  }

  private boolean isRefused(HttpConnection connection) {
    return connections.refusal("/reports", requestOf(connection)).isPresent();
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
