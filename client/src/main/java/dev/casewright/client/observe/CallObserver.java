package dev.casewright.client.observe;

/**
 * Is told of every call and every attempt of it, without any content. Called in the thread of the
 * call, so it has to be quick; what it throws is dropped, and its type logged. Implementations have
 * to be thread-safe.
 */
public interface CallObserver {
  /** Hears of everything and does nothing. */
  CallObserver NONE = new CallObserver() {};

  /**
   * A request was sent and its answer read to its end or given up, or there was none.
   *
   * @param attempt what is known of it
   */
  default void attemptEnded(AttemptEvent attempt) {}

  /**
   * A call has ended, after one or more attempts or before the first.
   *
   * @param call what is known of it
   */
  default void callEnded(CallEvent call) {}
}
