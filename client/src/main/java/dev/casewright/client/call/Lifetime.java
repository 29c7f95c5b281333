package dev.casewright.client.call;

import dev.casewright.client.time.Alarm;
import dev.casewright.client.time.Sleeper;
import feign.Client;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a client is open or closed. Thread-safe. */
public final class Lifetime {
  private final CountDownLatch end = new CountDownLatch(1);

  /** Starts the life of a client. */
  public Lifetime() {}

  /**
   * Closes. May be called again.
   *
   * @param transport what ends the transport
   */
  public void end(Runnable transport) {
    end.countDown();
    transport.run();
  }

  /**
   * Lets time pass as the machine does, but only until the client is closed. A sleep with an alarm
   * goes on until that rings: whoever gave the alarm hears of the end of the client himself.
   *
   * @return a thread-safe sleeper, which throws an {@link IllegalStateException} in a client that
   *     is closed
   */
  public Sleeper sleeper() {
    return new Sleeper() {
      @Override
      public void sleep(Duration time) throws InterruptedException {
        if (end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new IllegalStateException(
              "The client was closed while a call waited before another attempt.");
        }
      }

      @Override
      public void sleep(Duration time, Alarm alarm) throws InterruptedException {
        Sleeper.system().sleep(time, alarm);
      }
    };
  }

  /**
   * Sends nothing any more once the client is closed.
   *
   * @param transport what sends requests
   * @return the same, with a guard before it, which throws an {@link IllegalStateException}
   */
  public Client over(Client transport) {
    return (request, options) -> {
      if (end.getCount() == 0) {
        throw closed();
      }
      return transport.execute(request, options);
    };
  }

  /**
   * What is thrown by a client that is closed.
   *
   * @return the exception to throw
   */
  public static IllegalStateException closed() {
    return new IllegalStateException("The client is closed: keep it open as long as it is used.");
  }
}
