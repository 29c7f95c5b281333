package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before WireMock: redirects what comes without TLS, guards the admin APIs, and turns away
 * what WireMock would stumble over.
 */
final class FrontHandler extends HandlerWrapper {

  private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);
  private static final Set<String> UNSERVED_METHODS = Set.of("CONNECT", "TRACE");
  private static final Pattern JSON_TYPE =
      Pattern.compile("(?i)application/json(?:\\s*;\\s*charset=\"?utf-8\"?)?");
  private static final String NEITHER_FORM_NOR_TEXT = "application/octet-stream";
  private static final String WIREMOCK_FILES = "/__files";

  /** It would close the ports and leave the program running. */
  private static final String SHUTDOWN = "/__admin/shutdown";

  private final AdminGuard guard;
  private final Listeners listeners;
  private final RedirectWay redirects;
  private final Courier courier;
  private final Connections connections;
  private final HeadLimits heads;
  private final RequestsInWork inWork;

  FrontHandler(
      AdminGuard guard,
      Listeners listeners,
      RedirectWay redirects,
      Courier courier,
      Connections connections,
      BodyBudget bodies,
      Limits limits) {
    this.guard = guard;
    this.listeners = listeners;
    this.redirects = redirects;
    this.courier = courier;
    this.connections = connections;
    this.heads = new HeadLimits(limits);
    this.inWork = new RequestsInWork(limits, bodies);
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = target == null ? "/" : target;
    if (inWork.isRead(base)) {
      connections.closeAtTheEnd(base);
      pass(path, base, request, response);
      return;
    }
    Optional<MockAnswer> answer =
        connections
            .refusal(path, base)
            .or(() -> heads.refusal(path, base))
            .or(
                () ->
                    listeners.isRedirecting(base.getHttpChannel().getConnector())
                        ? Optional.of(redirect(base))
                        : turnedAway(path, base))
            .or(() -> inWork.refusal(path, base));
    if (answer.isPresent()) {
      // Who is answered before the body was read has to know that the connection ends with it.
      base.getHttpChannel().ensureConsumeAllOrNotPersistent();
      send(answer.get(), base, response);
    } else if (inWork.hasBody(base)) {
      inWork.read(path, base, response);
    } else {
      pass(path, base, request, response);
    }
  }

  private void pass(
      String path, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    hideMisleadingType(base);
    Optional<MockAnswer> refusal =
        inWork.handle(
            path,
            base,
            body -> {
              try {
                super.handle(path, base, new ReadRequest(request, body), response);
              } catch (Exception failure) {
                if (response.isCommitted()) {
                  throw new IOException("The answer was cut short.");
                }
                response.reset();
                courier.send(
                    UnusualTransmission.in(failure).orElseGet(() -> failed(path, failure)),
                    base,
                    response);
              }
            });
    if (refusal.isPresent()) {
      courier.send(refusal.get(), base, response);
    }
  }

  private MockAnswer redirect(Request base) {
    // More than one Host header is as malformed as none.
    String host =
        base.getHttpFields().getValuesList(HttpHeader.HOST).size() == 1
            ? base.getHttpFields().get(HttpHeader.HOST)
            : null;
    return RedirectToHttps.location(host, base.getHttpURI().getPathQuery(), listeners.httpsPort())
        .map(location -> new MockAnswer(302, Map.of("Location", location), new byte[0]))
        .map(redirect -> redirects.answer(request(base), redirect))
        .orElseGet(
            () ->
                ErrorShape.at(pathOf(base))
                    .error(
                        400, "The Host header is missing or malformed. Send HOST or HOST:PORT."));
  }

  private static MockRequest request(Request base) {
    String query = Optional.ofNullable(base.getHttpURI().getQuery()).orElse("");
    Map<String, List<String>> headers = new LinkedHashMap<>();
    base.getHttpFields()
        .forEach(
            field ->
                headers
                    .computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
                    .add(field.getValue()));
    return new MockRequest(
        Entrance.REDIRECT,
        base.getMethod(),
        pathOf(base),
        QueryString.isWellEncoded(query) ? QueryString.parse(query) : Map.of(),
        headers,
        new byte[0]);
  }

  private Optional<MockAnswer> turnedAway(String path, Request base) {
    ErrorShape shape = ErrorShape.at(path);
    String pathAndQuery = Optional.ofNullable(base.getHttpURI().getPathQuery()).orElse("");
    if (!QueryString.isWellEncoded(pathAndQuery)) {
      return Optional.of(
          shape.error(
              400,
              "The path or the query has a percent sign without two hexadecimal digits behind it."
                  + " Encode a percent sign as %25."));
    }
    if (UNSERVED_METHODS.contains(base.getMethod())) {
      return Optional.of(shape.error(405, "No path of this server takes this method."));
    }
    if (path.startsWith(WIREMOCK_FILES)) {
      return Optional.of(shape.error(404, "No operation has this path."));
    }
    return guard.refusal(path, base).or(() -> shutdownRefusal(path));
  }

  private static Optional<MockAnswer> shutdownRefusal(String path) {
    return path.equals(SHUTDOWN)
        ? Optional.of(
            ErrorShape.EMEDGENE.error(404, "The server is stopped with SIGTERM, not over HTTP."))
        : Optional.empty();
  }

  /**
   * JSON counts whatever it is called (EMG-BODY-02), but WireMock would take it apart as a form,
   * and fail at a character set that it does not know. It goes on under a name of our own.
   */
  private static void hideMisleadingType(Request base) {
    String type = base.getHttpFields().get(HttpHeader.CONTENT_TYPE);
    if (type != null && !JSON_TYPE.matcher(type).matches()) {
      base.setHttpFields(
          HttpFields.build(base.getHttpFields())
              .remove(HttpHeader.CONTENT_TYPE)
              .put(DoorOpener.HIDDEN_TYPE, type)
              .asImmutable());
      // Jetty keeps the headers twice, and takes type and character set from the other copy.
      base.setContentType(NEITHER_FORM_NOR_TEXT);
    }
  }

  private static MockAnswer failed(String path, Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof IOException) {
      return BodyReader.unreadable(path);
    }
    // The message may hold what the request held, so only its kind is told.
    LOG.error("A request failed with {}.", cause.getClass().getName());
    return ErrorShape.at(path).error(500, "The mock server failed. This is a fault of the mock.");
  }

  private static String pathOf(Request base) {
    return Optional.ofNullable(base.getHttpURI().getPath()).orElse("/");
  }

  static void send(MockAnswer answer, Request base, HttpServletResponse response)
      throws IOException {
    base.setHandled(true);
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}
