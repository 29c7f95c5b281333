package dev.casewright.mockserver.credentials;

import dev.casewright.mockserver.exchange.MockRequest;

/** Lets in requests with good credentials. Thread-safe. */
@FunctionalInterface
public interface Gate {

  /**
   * Finds out who calls.
   *
   * @param request the request
   * @return the caller
   * @throws dev.casewright.mockserver.exchange.Refusal with status 401 if the credentials are
   *     missing or not good
   */
  Caller admit(MockRequest request);
}
