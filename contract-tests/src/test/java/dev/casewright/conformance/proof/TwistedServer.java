package dev.casewright.conformance.proof;

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

/** A server that hands what it is asked to another one, and twists what comes back. */
final class TwistedServer implements AutoCloseable {

  /** What HTTP itself sets, on either side. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final HttpServer api;
  private final HttpServer redirect;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  private TwistedServer(URI apiBehind, URI redirectBehind, Twist twist) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.api = listen(channel(apiBehind, http), twist);
    this.redirect = listen(channel(redirectBehind, http), twist);
  }

  /** Starts a server in front of the listeners of another one. */
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
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Channel channel(URI url, HttpClient http) {
    return new HttpChannel(url, http, Duration.ofSeconds(10));
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
      throw new UncheckedIOException(failure);
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
              if (!OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", values));
              }
            });
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new Message(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        body.length == 0
            ? Optional.empty()
            : Optional.of(new String(body, StandardCharsets.UTF_8)));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    api.stop(0);
    redirect.stop(0);
    threads.shutdownNow();
  }

  /** What a server does instead. Must be thread-safe. */
  @FunctionalInterface
  interface Twist {

    /**
     * Answers.
     *
     * @param request what it is asked
     * @param behind the server behind it
     * @return the answer; nothing to end the connection without one
     */
    Optional<Answer> answer(Message request, Channel behind);
  }
}
