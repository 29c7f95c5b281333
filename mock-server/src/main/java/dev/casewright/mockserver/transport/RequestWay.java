package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;

/** Where requests go once they are read. Must be safe to be called by many threads at once. */
public interface RequestWay {

  /**
   * Answers a request.
   *
   * @param request the request, with its body
   * @return the answer that it gets
   */
  MockAnswer answer(MockRequest request);

  /**
   * Answers a request at the redirecting port.
   *
   * @param request the request, whose body is not read
   * @param redirect the answer that it should get
   * @return the answer that it gets
   */
  MockAnswer redirect(MockRequest request, MockAnswer redirect);
}
