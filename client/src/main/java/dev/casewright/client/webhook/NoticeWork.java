package dev.casewright.client.webhook;

import dev.casewright.client.emedgene.model.CaseInfo;

/**
 * What is to be done for a confirmed notice. Implementations have to be thread-safe if notices are
 * taken by several threads.
 *
 * @param <E> what it throws if it could not be done
 */
@FunctionalInterface
public interface NoticeWork<E extends Exception> {
  /**
   * Deals with a case. It may be called again for the same case and status: after it failed, and
   * when so much time has passed that the notice is forgotten.
   *
   * @param readCase the case as the server has it
   * @throws E if it could not be done; the notice is forgotten then
   */
  void dealWith(CaseInfo readCase) throws E;
}
