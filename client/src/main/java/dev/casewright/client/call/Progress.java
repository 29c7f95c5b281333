package dev.casewright.client.call;

import dev.casewright.client.error.Outcome;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What has happened in a call so far. Thread-safe. */
final class Progress {
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger lastStatus = new AtomicInteger();
  private final AtomicLong bytesSent = new AtomicLong();
  private final AtomicLong bytesReceived = new AtomicLong();
  private final AtomicInteger openChanges = new AtomicInteger();
  private final AtomicBoolean carriedOut = new AtomicBoolean();

  /**
   * Counts a request that is sent now.
   *
   * @param bytes the size of its body
   * @return its number, from 1
   */
  int attempted(long bytes) {
    bytesSent.addAndGet(bytes);
    openChanges.incrementAndGet();
    return attempts.incrementAndGet();
  }

  /** Counts the requests of a call that is a part of this one. */
  void attemptedByPart(int requests) {
    attempts.addAndGet(requests);
  }

  /**
   * Notes the status of an answer.
   *
   * @param status the status
   * @param overTls whether the request went over TLS
   */
  void answered(int status, boolean overTls) {
    lastStatus.set(status);
    if (Status.isSuccess(status)) {
      carriedOut.set(true);
    } else if (isRefusal(status, overTls)) {
      openChanges.decrementAndGet();
    }
  }

  /**
   * After 408 and 5xx a change may have been made, and after most redirects too: 303 is how a
   * server may answer a change that it has made. What asks for the same request elsewhere is a
   * refusal, and so is the redirect from plain http to https.
   */
  private static boolean isRefusal(int status, boolean overTls) {
    return switch (status) {
      case 301, 302 -> !overTls;
      case 307, 308 -> true;
      default -> Status.isRefusal(status);
    };
  }

  /** Notes that a request did not get as far as the server. */
  void notSent() {
    openChanges.decrementAndGet();
  }

  /** Notes what was read of an answer's body. */
  void received(long bytes) {
    bytesReceived.addAndGet(bytes);
  }

  /** How many requests were sent. */
  int attempts() {
    return attempts.get();
  }

  /** The status of the last answer, if one came. */
  OptionalInt lastStatus() {
    int status = lastStatus.get();
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The size of all bodies that were sent. */
  long bytesSent() {
    return bytesSent.get();
  }

  /** What was read of the bodies of all answers. */
  long bytesReceived() {
    return bytesReceived.get();
  }

  /** What the requests did to the server. */
  Outcome outcome(Effect effect) {
    if (effect == Effect.READ) {
      return Outcome.UNCHANGED;
    }
    if (carriedOut.get()) {
      return Outcome.CARRIED_OUT;
    }
    return openChanges.get() > 0 ? Outcome.UNKNOWN : Outcome.UNCHANGED;
  }
}
