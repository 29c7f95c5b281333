package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.WrongDeclarationException;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.net.URI;
import java.util.Optional;

/**
 * Holds a check to what it declares: runs are planned by it, and spaces are shared by it. Stateless
 * and thread-safe.
 */
final class DeclarationGuard implements Channel {

  private final Channel next;
  private final Api api;
  private final boolean redirect;
  private final Check check;

  DeclarationGuard(Channel next, Api api, boolean redirect, Check check) {
    this.next = next;
    this.api = api;
    this.redirect = redirect;
    this.check = check;
  }

  @Override
  public URI baseUrl() {
    return next.baseUrl();
  }

  @Override
  public Answer send(Message message) {
    RequestKind kind = RequestKind.of(api, message);
    if (kind.effect().compareTo(check.effect()) > 0) {
      throw undeclared(kind, "effect " + kind.effect());
    }
    Optional<Probe> probe = redirect ? Optional.of(Probe.PLAIN_HTTP) : kind.probe();
    if (probe.isPresent() && !check.probes().contains(probe.get())) {
      throw undeclared(kind, "probe " + probe.get());
    }
    return next.send(message);
  }

  private WrongDeclarationException undeclared(RequestKind kind, String what) {
    return new WrongDeclarationException(
        check.name() + " sends " + kind.name() + ": its @Verifies has to name the " + what + ".");
  }
}
