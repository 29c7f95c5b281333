package dev.casewright.client.call;

import dev.casewright.client.time.Sleeper;
import feign.Client;
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
   * Lets time pass as the machine does, but only until the client is closed.
   *
   * @return a thread-safe sleeper, which throws an {@link IllegalStateException} in a client that
   *     is closed
   */
  public Sleeper sleeper() {
    return time -> {
      if (end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException(
            "The client was closed while a call waited, before another attempt or look.");
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
        throw new IllegalStateException(
            "The client is closed: keep it open as long as it is used.");
      }
      return transport.execute(request, options);
    };
  }
}
