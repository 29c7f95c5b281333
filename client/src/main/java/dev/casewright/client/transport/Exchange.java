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

/**
 * A request that is under way, from its sending to the last byte of its answer. Used by one thread;
 * {@link #abort()} and {@link #endIfLate()} may come from another.
 *
 * <p>The head of the answer is waited for with the JDK's blocking {@code send}: behind the other
 * one the JDK starts a thread for each answer where there are few cores. So whoever ends the wait
 * interrupts the waiting thread ({@link EndableWait}).
 */
final class Exchange {
  /** What the JDK says when a proxy refuses a tunnel; it has no type for that. */
  private static final String NO_TUNNEL = "Tunnel failed";

  private final Deadline total;
  private final Set<Exchange> running;
  private final StreamedBody body;

  /** The wait for the head; null before and after it. */
  private volatile EndableWait wait;

  /** When the head is late, in {@link System#nanoTime()}; known once there is a wait. */
  private volatile long headDue;

  private volatile boolean aborted;
  private volatile boolean unattended;

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
    this.body = new StreamedBody(total, idle, () -> running.remove(this));
    running.add(this);
  }

  /**
   * Sends the request and waits for the head of its answer.
   *
   * @param http sends it
   * @param request the request
   * @param response how long the head may take
   * @param timer ends the wait
   * @return the answer, whose body is still to come
   */
  HttpResponse<InputStream> send(
      HttpClient http, HttpRequest request, Duration response, DeadlineTimer timer)
      throws IOException {
    Duration left = total.left();
    boolean responseFirst = response.compareTo(left) < 0;
    EndableWait head = new EndableWait();
    boolean answered = false;
    try {
      startWaiting(head, (responseFirst ? response : left).toNanos(), timer);
      HttpResponse<InputStream> answer = http.send(request, status -> body);
      answered = true;
      return answer;
    } catch (InterruptedException interruption) {
      if (head.overByInterruption()) {
        throw aborted
            ? new TransportClosedException()
            : responseFirst
                ? DeadlinePassedException.response(response)
                : DeadlinePassedException.total(total.limit());
      }
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for an answer");
    } catch (IOException | RuntimeException failure) {
      throw aborted ? new TransportClosedException() : known(failure);
    } finally {
      wait = null;
      head.over();
      if (!answered) {
        giveUp();
      }
    }
  }

  private void startWaiting(EndableWait head, long nanos, DeadlineTimer timer)
      throws TransportClosedException {
    headDue = System.nanoTime() + nanos;
    wait = head;
    if (aborted) {
      throw new TransportClosedException();
    }
    timer.lookWithin(nanos);
  }

  private static IOException known(Exception failure) {
    // The JDK makes another exception of the same kind, around the one that happened.
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof IOException broken) {
      String words = String.valueOf(broken.getMessage());
      return words.startsWith(NO_TUNNEL) ? NotConnectedException.proxyRefuses() : broken;
    }
    return new IOException("the request could not be sent", cause);
  }

  /**
   * From now on the connection ends at the deadline even if nobody reads the answer.
   *
   * @param timer looks at the deadline
   */
  void endAtItsDeadline(DeadlineTimer timer) {
    unattended = true;
    timer.lookWithin(total.left().toNanos());
  }

  /**
   * Ends what has taken too long, for whoever waits for it or has gone away. Does not block.
   *
   * @return nanoseconds until it has to be looked at again; {@link DeadlineTimer#NEVER} for not at
   *     all
   */
  long endIfLate() {
    EndableWait head = wait;
    if (head != null) {
      long left = headDue - System.nanoTime();
      if (left > 0) {
        return left;
      }
      head.end();
    } else if (unattended) {
      if (!total.hasPassed()) {
        // The deadline goes by another clock.
        return total.left().toNanos();
      }
      body.expire();
    }
    return DeadlineTimer.NEVER;
  }

  /** Ends the connection, even if the answer comes at this moment. */
  void giveUp() {
    body.close();
  }

  /** Lets whoever waits for the answer, or reads it, fail at once. May be called by any thread. */
  void abort() {
    aborted = true;
    body.abort();
    EndableWait head = wait;
    if (head != null) {
      head.end();
    }
  }
}
