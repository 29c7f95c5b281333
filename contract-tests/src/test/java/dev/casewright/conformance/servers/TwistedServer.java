package dev.casewright.conformance.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.HttpChannel;
import dev.casewright.conformance.target.Message;
import dev.casewright.conformance.target.NoAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that hands what it is asked to another one, and twists what comes back. With {@code
 * -Dsun.net.httpserver.nodelay=true} only is it fast.
 */
final class TwistedServer implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What HTTP itself sets, on either side. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final HttpServer api;
  private final HttpServer redirect;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private TwistedServer(URI apiBehind, URI redirectBehind, Twist twist) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.api = listen(new HttpChannel(apiBehind, http, LONGEST), twist);
    this.redirect = listen(new HttpChannel(redirectBehind, http, LONGEST), twist);
  }

  /**
   * Starts a server.
   *
   * @param api the listener of the server behind that serves the APIs
   * @param redirect the one that only redirects
   * @param twist what is done instead, on both
   */
  static TwistedServer before(URI api, URI redirect, Twist twist) {
    return new TwistedServer(api, redirect, twist);
  }

  URI apiUrl() {
    return url(api);
  }

  URI redirectUrl() {
    return url(redirect);
  }

  private static URI url(HttpServer server) {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private HttpServer listen(Channel behind, Twist twist) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext("/", exchange -> handle(exchange, behind, twist));
      server.start();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException("A server of the tests did not start.", failure);
    }
  }

  private static void handle(HttpExchange exchange, Channel behind, Twist twist)
      throws IOException {
    try (exchange) {
      Optional<Answer> answer = twist.answer(messageOf(exchange), behind);
      if (answer.isPresent()) {
        send(exchange, answer.get());
      }
    } catch (NoAnswerException lost) {
      // The connection ends without an answer, as the one behind did.
    }
  }

  private static Message messageOf(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!isOfHttp(name)) {
                headers.put(name, String.join(", ", values));
              }
            });
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new Message(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        Optional.of(new String(body, StandardCharsets.UTF_8)).filter(text -> !text.isEmpty()));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!isOfHttp(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static boolean isOfHttp(String header) {
    return OF_HTTP.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    api.stop(0);
    redirect.stop(0);
  }
}
