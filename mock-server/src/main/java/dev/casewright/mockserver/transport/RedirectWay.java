package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;

/** What stands between a request at the redirecting port and its redirect. Thread-safe. */
@FunctionalInterface
public interface RedirectWay {

  /**
   * Answers a request.
   *
   * @param request the request, whose body is not read
   * @param redirect the answer that it should get
   * @return the answer that it gets
   */
  MockAnswer answer(MockRequest request, MockAnswer redirect);
}
