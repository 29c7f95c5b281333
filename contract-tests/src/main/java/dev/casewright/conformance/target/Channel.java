package dev.casewright.conformance.target;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A way to one listener of a server. Thread-safe; a call blocks until the answer is there. */
public interface Channel {

  /**
   * What the path of a request is put after.
   *
   * @return the address
   */
  URI baseUrl();

  /**
   * Sends a request once, and follows no redirect.
   *
   * @param message the request
   * @return the whole answer
   * @throws NoAnswerException if none came
   */
  Answer send(Message message);

  /**
   * Sends a request once, and follows no redirect.
   *
   * @param method the method
   * @param target path and query, as they are to go over the wire
   * @param headers the headers
   * @param body the body; null without one
   * @return the whole answer
   * @throws NoAnswerException if none came
   */
  default Answer send(String method, String target, Map<String, String> headers, String body) {
    return send(new Message(method, target, headers, Optional.ofNullable(body)));
  }
}
