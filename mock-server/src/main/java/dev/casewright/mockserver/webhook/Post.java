package dev.casewright.mockserver.webhook;

import java.util.Map;
import java.util.Optional;

/** Sends a body to a target. Thread-safe. */
interface Post extends AutoCloseable {

  /**
   * Sends once, and blocks until an answer comes or the time is over; looking a name up may take
   * longer.
   *
   * @return the status code of the answer; nothing if none came
   */
  Optional<Integer> send(WebhookTarget target, Map<String, String> headers, byte[] body);

  /** Breaks off all that is being sent; later sending fails. */
  @Override
  void close();
}
