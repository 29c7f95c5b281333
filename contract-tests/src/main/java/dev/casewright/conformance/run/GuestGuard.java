package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Lets through to another machine only what a guest may send there, whatever the checks declare.
 * Thread-safe.
 */
final class GuestGuard implements Channel {

  private final Channel next;
  private final Api api;
  private final boolean redirect;
  private final Optional<ApiAddress> address;
  private final Set<Probe> allowed;
  private final AtomicBoolean wrongLogin;
  private final Creations creations;

  /**
   * A guard.
   *
   * @param next sends what may be sent
   * @param api the API
   * @param redirect whether the listener is the one without TLS, which only redirects
   * @param address where the API is, and who its users are
   * @param allowed the probes that may be sent
   * @param wrongLogin whether the run has sent its only wrong login
   * @param creations what the run has made
   */
  GuestGuard(
      Channel next,
      Api api,
      boolean redirect,
      Optional<ApiAddress> address,
      Set<Probe> allowed,
      AtomicBoolean wrongLogin,
      Creations creations) {
    this.next = next;
    this.api = api;
    this.redirect = redirect;
    this.address = address;
    this.allowed = allowed;
    this.wrongLogin = wrongLogin;
    this.creations = creations;
  }

  @Override
  public URI baseUrl() {
    return next.baseUrl();
  }

  @Override
  public Answer send(Message message) {
    RequestKind kind = RequestKind.of(api, message);
    leaveAlone(kind);
    if (redirect) {
      need(Probe.PLAIN_HTTP);
      return next.send(withoutCredentials(kind));
    }
    if (kind.isWrongLogin(address)) {
      need(Probe.WRONG_CREDENTIALS);
      if (!wrongLogin.compareAndSet(false, true)) {
        throw new NotAllowedException(
            "A run sends one wrong login to another machine, and has sent it.");
      }
    }
    kind.probe().ifPresent(this::need);
    return next.send(message);
  }

  /** What is somebody else's stays as it is. */
  private void leaveAlone(RequestKind kind) {
    if (kind.isKnownWrite()) {
      throw new NotAllowedException(
          "The real service may do what is asked here: it is sent to this machine only.");
    }
    boolean ours = kind.caseName().filter(name -> !creations.has(name)).isEmpty();
    if (!kind.isRead() && !ours) {
      throw new NotAllowedException(
          kind.name() + " goes to another machine for cases of the run only.");
    }
  }

  private void need(Probe probe) {
    if (!allowed.contains(probe)) {
      throw new NotAllowedException("It is a probe: it needs --allow-probe " + probe + ".");
    }
  }

  private static Message withoutCredentials(RequestKind kind) {
    Message message = kind.message();
    Map<String, String> headers =
        message.headers().entrySet().stream()
            .filter(header -> !RequestKind.isCredential(header.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Message(
        message.method(),
        message.target(),
        headers,
        kind.isLogin() ? Optional.of("{}") : message.body());
  }
}
