package dev.casewright.client.waiting;

import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.json.OpenValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What to wait for, how long, and who else has a say in it. Immutable and thread-safe; one may
 * serve many waits.
 *
 * @param <S> the type of the statuses: {@code CaseStatus} or {@code ReportStatus}
 */
public final class Wait<S extends OpenValue> {
  private final Set<S> wanted;
  private final Duration timeout;
  private final Optional<Set<S>> failing;
  private final Optional<PollPolicy> polling;
  private final Cancellation cancellation;
  private final Optional<Signal> signal;
  private final WaitListener<S> listener;

  private Wait(Builder<S> builder) {
    this.wanted = builder.wanted;
    this.timeout = builder.timeout;
    this.failing = builder.failing;
    this.polling = builder.polling;
    this.cancellation = builder.cancellation;
    this.signal = builder.signal;
    this.listener = builder.listener;
  }

  /**
   * Starts the description of a wait.
   *
   * @param timeout how long to wait, at most 365 days
   * @param wanted the status to wait for
   * @param <S> the type of the statuses
   * @return a builder
   * @throws IllegalArgumentException if the time is not positive or too long
   */
  public static <S extends OpenValue> Builder<S> builder(Duration timeout, S wanted) {
    return builder(timeout, List.of(wanted));
  }

  /**
   * Starts the description of a wait for the first of several statuses.
   *
   * @param timeout how long to wait, at most 365 days
   * @param wanted the statuses, of which each ends the wait
   * @param <S> the type of the statuses
   * @return a builder
   * @throws IllegalArgumentException if the time is not positive or too long, or there is no status
   */
  public static <S extends OpenValue> Builder<S> builder(
      Duration timeout, Iterable<? extends S> wanted) {
    return new Builder<>(timeout, setOf(wanted));
  }

  Set<S> wanted() {
    return wanted;
  }

  Duration timeout() {
    return timeout;
  }

  Optional<Set<S>> failing() {
    return failing;
  }

  Optional<PollPolicy> polling() {
    return polling;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Optional<Signal> signal() {
    return signal;
  }

  WaitListener<S> listener() {
    return listener;
  }

  private static <S> Set<S> setOf(Iterable<? extends S> statuses) {
    Set<S> set = new HashSet<>();
    statuses.forEach(status -> set.add(Objects.requireNonNull(status, "status")));
    return Set.copyOf(set);
  }

  /**
   * Collects what a wait has. Not thread-safe.
   *
   * @param <S> the type of the statuses
   */
  public static final class Builder<S extends OpenValue> {
    private final Duration timeout;
    private final Set<S> wanted;
    private Optional<Set<S>> failing = Optional.empty();
    private Optional<PollPolicy> polling = Optional.empty();
    private Cancellation cancellation = new Cancellation();
    private Optional<Signal> signal = Optional.empty();
    private WaitListener<S> listener = progress -> {};

    private Builder(Duration timeout, Set<S> wanted) {
      if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Deadline.LONGEST) > 0) {
        throw new IllegalArgumentException(
            "The time of a wait lies between nothing and 365 days; to look once, read the object.");
      }
      if (wanted.isEmpty()) {
        throw new IllegalArgumentException("A wait needs at least one status to wait for.");
      }
      this.timeout = timeout;
      this.wanted = wanted;
    }

    /**
     * The statuses that end the wait as failed, instead of those that the client takes for such. A
     * status that is waited for does not end it so.
     *
     * @param statuses the statuses; none if the wait is to go on whatever it meets
     * @return this builder
     */
    public Builder<S> failOn(Iterable<? extends S> statuses) {
      this.failing = Optional.of(setOf(statuses));
      return this;
    }

    /**
     * How often to read; as the client was built unless set.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder<S> polling(PollPolicy policy) {
      this.polling = Optional.of(policy);
      return this;
    }

    /**
     * Lets another thread end the wait.
     *
     * @param handle what the other thread has
     * @return this builder
     */
    public Builder<S> cancelledBy(Cancellation handle) {
      this.cancellation = Objects.requireNonNull(handle, "handle");
      return this;
    }

    /**
     * Ends a pause early when there is news of the object.
     *
     * @param news for instance the signal of a receiver of notices
     * @return this builder
     */
    public Builder<S> wokenBy(Signal news) {
      this.signal = Optional.of(news);
      return this;
    }

    /**
     * Tells somebody how the wait goes on.
     *
     * @param told who is told
     * @return this builder
     */
    public Builder<S> listener(WaitListener<S> told) {
      this.listener = Objects.requireNonNull(told, "told");
      return this;
    }

    /**
     * Makes the description.
     *
     * @return the description
     */
    public Wait<S> build() {
      return new Wait<>(this);
    }
  }
}
