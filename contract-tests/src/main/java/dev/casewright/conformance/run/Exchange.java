package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.util.Optional;

/**
 * What was sent and what came back, unmasked: it never goes into a report.
 *
 * @param api the API that was asked
 * @param redirect whether it went to the listener that only redirects
 * @param message the request
 * @param answer the answer; nothing if none came
 * @param reason why none came; empty if one did
 */
public record Exchange(
    Api api, boolean redirect, Message message, Optional<Answer> answer, String reason) {

  @Override
  public String toString() {
    return api + " " + message.method();
  }
}
