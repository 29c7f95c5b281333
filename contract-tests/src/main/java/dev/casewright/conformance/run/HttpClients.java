package dev.casewright.conformance.run;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/**
 * The JDK's clients of all runs of a suite. They are kept for the next run, since what a client
 * holds goes only some time after it. Thread-safe.
 */
final class HttpClients {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Map<Key, HttpClient> clients = new ConcurrentHashMap<>();

  HttpClient of(RunSettings settings) {
    return clients.computeIfAbsent(
        new Key(settings.tls(), timeToConnect(settings.longestAnswer())), HttpClients::make);
  }

  /** Less than for an answer, so that what cannot be reached does not look slow. */
  private static Duration timeToConnect(Duration longestAnswer) {
    Duration half = longestAnswer.dividedBy(2);
    return half.compareTo(CONNECT) < 0 ? half : CONNECT;
  }

  private static HttpClient make(Key key) {
    return HttpClient.newBuilder()
        .sslContext(key.tls())
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(key.connect())
        .build();
  }

  private record Key(SSLContext tls, Duration connect) {}
}
