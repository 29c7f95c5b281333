package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import java.net.URI;

/**
 * Sends nothing that may do more than is allowed, whatever the check declares. Stateless and
 * thread-safe.
 */
final class EffectGuard implements Channel {

  private final Channel next;
  private final Api api;
  private final Effect allowed;

  EffectGuard(Channel next, Api api, Effect allowed) {
    this.next = next;
    this.api = api;
    this.allowed = allowed;
  }

  @Override
  public URI baseUrl() {
    return next.baseUrl();
  }

  @Override
  public Answer send(Message message) {
    RequestKind kind = RequestKind.of(api, message);
    if (kind.effect().compareTo(allowed) > 0) {
      throw new NotAllowedException(
          "It needs --effects " + kind.effect() + ", for " + kind.name() + ".");
    }
    return next.send(message);
  }
}
