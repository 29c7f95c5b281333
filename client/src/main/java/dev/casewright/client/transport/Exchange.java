package dev.casewright.client.transport;

import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.call.NotConnectedException;
import dev.casewright.client.call.TransportClosedException;
import dev.casewright.client.deadline.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request that is under way, from its sending to the last byte of its answer. Used by one thread;
 * {@link #abort()} may come from another.
 */
final class Exchange {
  /** What the JDK says when a proxy refuses a tunnel; it has no type for that. */
  private static final String NO_TUNNEL = "Tunnel failed";

  private final Deadline total;
  private final Set<Exchange> running;
  private final StreamedBody body;
  private volatile CompletableFuture<HttpResponse<InputStream>> sent;
  private volatile boolean aborted;
  private volatile Future<?> nextLook;

  /**
   * Joins those that are under way, until its answer was read or given up.
   *
   * @param total when it has to be over
   * @param idle how long a part of the answer's body may take
   * @param running those that are under way; concurrent
   */
  Exchange(Deadline total, Duration idle, Set<Exchange> running) {
    this.total = total;
    this.running = running;
    this.body = new StreamedBody(total, idle, this::leave);
    running.add(this);
  }

  /**
   * Sends the request and waits for the head of its answer.
   *
   * @param http sends it
   * @param request the request
   * @param response how long the head may take
   * @return the answer, whose body is still to come
   */
  HttpResponse<InputStream> send(HttpClient http, HttpRequest request, Duration response)
      throws IOException {
    Duration left = total.left();
    boolean responseFirst = response.compareTo(left) < 0;
    boolean answered = false;
    try {
      sent = http.sendAsync(request, head -> body);
      if (aborted) {
        sent.cancel(true);
      }
      HttpResponse<InputStream> answer =
          sent.get((responseFirst ? response : left).toNanos(), TimeUnit.NANOSECONDS);
      answered = true;
      return answer;
    } catch (TimeoutException late) {
      throw responseFirst
          ? DeadlinePassedException.response(response)
          : DeadlinePassedException.total(total.limit());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for an answer");
    } catch (CancellationException closing) {
      throw new TransportClosedException();
    } catch (ExecutionException failure) {
      throw aborted ? new TransportClosedException() : known(failure.getCause());
    } finally {
      if (!answered) {
        giveUp();
      }
    }
  }

  private static IOException known(Throwable failure) {
    if (failure instanceof IOException broken) {
      String words = String.valueOf(broken.getMessage());
      return words.startsWith(NO_TUNNEL) ? NotConnectedException.proxyRefuses() : broken;
    }
    return new IOException("the request could not be sent", failure);
  }

  /**
   * From now on the connection ends at the deadline even if nobody reads the answer.
   *
   * @param timer looks at the deadline
   */
  void endAtItsDeadline(DeadlineTimer timer) {
    nextLook =
        timer.at(
            total,
            () -> {
              if (total.hasPassed()) {
                body.expire();
              } else {
                // The deadline goes by another clock.
                endAtItsDeadline(timer);
              }
            });
    if (!running.contains(this)) {
      nextLook.cancel(false);
    }
  }

  private void leave() {
    running.remove(this);
    Future<?> look = nextLook;
    if (look != null) {
      look.cancel(false);
    }
  }

  /** Ends the connection, even if the answer comes at this moment. */
  void giveUp() {
    body.close();
    if (sent != null) {
      sent.cancel(true);
    }
  }

  /** Lets whoever waits for the answer, or reads it, fail at once. May be called by any thread. */
  void abort() {
    aborted = true;
    body.abort();
    if (sent != null) {
      sent.cancel(true);
    }
  }
}
