package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.QueryString;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request: redirects what comes without TLS, guards the admin APIs, turns away what
 * nobody could read, and asks the user's stubs before the contracts.
 */
final class FrontHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);
  private static final Set<String> UNSERVED_METHODS = Set.of("CONNECT", "TRACE");
  private static final String WIREMOCK_FILES = "/__files";

  /** It would close the ports and leave the program running. */
  private static final String SHUTDOWN = "/__admin/shutdown";

  private final AdminGuard guard;
  private final Listeners listeners;
  private final RequestWay way;
  private final UserStubs stubs;
  private final Courier courier;
  private final Connections connections;
  private final HeadLimits heads;
  private final RequestsInWork inWork;

  FrontHandler(
      AdminGuard guard,
      Listeners listeners,
      RequestWay way,
      UserStubs stubs,
      Courier courier,
      Connections connections,
      Limits limits) {
    this.guard = guard;
    this.listeners = listeners;
    this.way = way;
    this.stubs = stubs;
    this.courier = courier;
    this.connections = connections;
    this.heads = new HeadLimits(limits);
    this.inWork = new RequestsInWork(limits, new BodyBudget(limits));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Arrival arrival = new Arrival(request, response, callback);
    connections.begin(arrival);
    Optional<MockAnswer> answer =
        connections
            .refusal(arrival)
            .or(() -> heads.refusal(arrival))
            .or(() -> isRedirected(arrival) ? Optional.of(redirect(arrival)) : turnedAway(arrival))
            .or(() -> inWork.refusal(arrival));
    if (answer.isEmpty()) {
      inWork.begin(arrival, courier, this::work);
      return true;
    }
    // Who is answered before the body was read has to know that the connection ends with it.
    if (arrival.hasBody() && !request.consumeAvailable()) {
      arrival.closeAfterwards();
    }
    courier.send(answer.get(), arrival);
    return true;
  }

  private void work(Arrival arrival, byte[] body) {
    // The server may have begun to stop while the body came.
    connections.closeAtTheEnd(arrival);
    try {
      if (!stubs.answer(arrival, body, () -> answer(arrival, body))) {
        answer(arrival, body);
      }
    } catch (RuntimeException failure) {
      // The message may hold what the request held, so only its kind is told.
      LOG.error("A request failed with {}.", failure.getClass().getName());
      courier.send(
          ErrorShape.at(arrival.path())
              .error(500, "The mock server failed. This is a fault of the mock."),
          arrival);
    }
  }

  private void answer(Arrival arrival, byte[] body) {
    Entrance entrance = arrival.isSecure() ? Entrance.HTTPS : Entrance.PLAIN_HTTP;
    courier.send(way.answer(arrival.toMockRequest(entrance, body)), arrival);
  }

  private boolean isRedirected(Arrival arrival) {
    return listeners.isRedirecting(arrival.request().getConnectionMetaData().getConnector());
  }

  private MockAnswer redirect(Arrival arrival) {
    // More than one Host header is as malformed as none.
    String host = arrival.hosts().size() == 1 ? arrival.hosts().get(0) : null;
    return RedirectToHttps.location(host, arrival.pathAndQuery(), listeners.httpsPort())
        .map(location -> new MockAnswer(302, Map.of("Location", location), new byte[0]))
        .map(redirect -> way.redirect(redirected(arrival), redirect))
        .orElseGet(
            () ->
                ErrorShape.at(arrival.rawPath())
                    .error(
                        400, "The Host header is missing or malformed. Send HOST or HOST:PORT."));
  }

  private static MockRequest redirected(Arrival arrival) {
    return arrival.toMockRequest(Entrance.REDIRECT, new byte[0]);
  }

  private Optional<MockAnswer> turnedAway(Arrival arrival) {
    String path = arrival.path();
    ErrorShape shape = ErrorShape.at(path);
    if (!QueryString.isWellEncoded(arrival.pathAndQuery())) {
      return Optional.of(
          shape.error(
              400,
              "The path or the query has a percent sign without two hexadecimal digits behind it."
                  + " Encode a percent sign as %25."));
    }
    if (UNSERVED_METHODS.contains(arrival.method())) {
      return Optional.of(shape.error(405, "No path of this server takes this method."));
    }
    if (path.startsWith(WIREMOCK_FILES)) {
      return Optional.of(shape.error(404, "No operation has this path."));
    }
    return guard.refusal(arrival).or(() -> shutdownRefusal(path));
  }

  private static Optional<MockAnswer> shutdownRefusal(String path) {
    return path.equals(SHUTDOWN)
        ? Optional.of(
            ErrorShape.EMEDGENE.error(404, "The server is stopped with SIGTERM, not over HTTP."))
        : Optional.empty();
  }
}
