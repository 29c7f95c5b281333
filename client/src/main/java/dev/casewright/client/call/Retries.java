package dev.casewright.client.call;

import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.retry.RetryPolicy;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Repeats a call that may be repeated when the server asks for it (408, 429, 502, 503, 504) or
 * could not be reached at all. It waits for a part of a time that doubles, drawn at random, or as
 * long as the server says with {@code Retry-After}, and never beyond the deadline of the call.
 * Thread-safe.
 */
final class Retries implements Client {
  private final Client next;
  private final CallSettings settings;
  private final RetryBudget budget;

  Retries(Client next, CallSettings settings, RetryBudget budget) {
    this.next = next;
    this.settings = settings;
    this.budget = budget;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = CallOptions.call(options);
    for (int attempt = 1; ; attempt++) {
      Response answer;
      Optional<Duration> wait;
      try {
        answer = next.execute(request, options);
        if (!Status.isPassing(answer.status())) {
          if (attempt == 1 && Status.isSuccess(answer.status())) {
            budget.giveBack();
          }
          return answer;
        }
        wait =
            waitBefore(
                attempt + 1,
                call,
                RetryAfter.in(AnswerHeaders.first(answer, "Retry-After"), settings.clock()));
        if (wait.isEmpty()) {
          return answer;
        }
        Util.ensureClosed(answer.body());
      } catch (IOException failure) {
        wait =
            isFailedConnect(failure)
                ? waitBefore(attempt + 1, call, Optional.empty())
                : Optional.empty();
        if (wait.isEmpty()) {
          throw failure;
        }
      }
      sleep(wait.get());
    }
  }

  /** A certificate that is not trusted will not be so a moment later, nor a port speak TLS. */
  private static boolean isFailedConnect(IOException failure) {
    return Failures.isBeforeSending(failure)
        && !(failure instanceof SSLException)
        && !Failures.isNoTls(failure);
  }

  /** Empty if the call is not to be repeated. */
  private Optional<Duration> waitBefore(int attempt, Call call, Optional<Duration> asked) {
    if (!call.isRepeatable() || attempt > settings.retry().attempts()) {
      return Optional.empty();
    }
    Duration wait = asked.orElseGet(() -> drawn(longestWaitBefore(attempt, settings.retry())));
    boolean inTime = wait.compareTo(call.deadline().left()) < 0;
    return inTime && budget.take() ? Optional.of(wait) : Optional.empty();
  }

  /** The longest wait before an attempt, counted from 2. */
  static Duration longestWaitBefore(int attempt, RetryPolicy policy) {
    Duration wait = policy.firstWait();
    for (int doubled = 2;
        doubled < attempt && wait.compareTo(policy.longestWait()) < 0;
        doubled++) {
      wait = wait.multipliedBy(2);
    }
    return Deadline.shorter(wait, policy.longestWait());
  }

  private Duration drawn(Duration longest) {
    return Duration.ofNanos(settings.random().nextLong(longest.toNanos() + 1));
  }

  private void sleep(Duration wait) throws InterruptedIOException {
    try {
      settings.sleeper().sleep(wait);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for another attempt");
    }
  }
}
