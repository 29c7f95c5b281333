package dev.casewright.client.waiting;

/**
 * Is told how a wait goes on. Called in the thread of the wait, so it has to be quick; what it
 * throws is dropped and its type logged.
 *
 * @param <S> the type of the statuses
 */
@FunctionalInterface
public interface WaitListener<S> {
  /**
   * The status was read, be it the same as before or another.
   *
   * @param progress where the wait stands
   */
  void statusRead(WaitProgress<S> progress);
}
