package dev.casewright.client.transport;

import dev.casewright.client.call.CallOptions;
import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.time.Deadline;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests with the JDK's HTTP client, HTTP/2 or 1.1 over TLS.
 *
 * <p>Redirects are never followed, no request is repeated (the JDK itself sends a GET again when a
 * pooled connection drops, never a write), answers are streamed, and the whole call, body included,
 * ends at its deadline. Thread-safe; {@link #close()} ends its threads (on JDK 17 the JDK's own
 * selector thread ends once it is garbage-collected).
 */
public final class JdkTransport implements Client, AutoCloseable {
  /** Set by the JDK client itself, which refuses to be told. */
  private static final Set<String> OF_THE_JDK =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final TransportSettings settings;
  private final ExecutorService threads;
  private final HttpClient http;
  private volatile boolean closed;

  /**
   * Opens a transport.
   *
   * @param settings how it behaves
   */
  public JdkTransport(TransportSettings settings) {
    this.settings = settings;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "casewright-http");
              thread.setDaemon(true);
              return thread;
            });
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeouts().connect())
            .executor(threads);
    settings.sslContext().ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    if (closed) {
      throw new IllegalStateException("The client is closed: keep it open as long as it is used.");
    }
    Deadline total = CallOptions.call(options).deadline();
    Deadline head = Deadline.in(readTimeout(options), settings.ticker());
    CompletableFuture<HttpResponse<InputStream>> sent =
        http.sendAsync(
            toHttp(request), info -> new StreamedBody(total, settings.timeouts().idle()));
    try {
      return toFeign(request, sent.get(head.left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      sent.cancel(true);
      throw total.hasPassed()
          ? DeadlinePassedException.total(total.limit())
          : DeadlinePassedException.response(head.limit());
    } catch (InterruptedException interruption) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for an answer");
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException broken
          ? broken
          : new IOException("the request could not be sent", failure.getCause());
    }
  }

  private static Duration readTimeout(Request.Options options) {
    return Duration.of(options.readTimeout(), options.readTimeoutUnit().toChronoUnit());
  }

  private static HttpRequest toHttp(Request request) {
    URI address = URI.create(request.url());
    HttpRequest.Builder builder = HttpRequest.newBuilder(address);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!OF_THE_JDK.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    if ("http".equals(address.getScheme())) {
      // Without TLS the JDK would try to switch to HTTP/2 by headers that some servers stumble
      // over.
      builder.version(HttpClient.Version.HTTP_1_1);
    }
    builder.method(
        request.httpMethod().name(),
        request.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(request.body()));
    return builder.build();
  }

  private static Response toFeign(Request request, HttpResponse<InputStream> answer) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              // Over HTTP/2 the JDK shows the status as if it were a header.
              if (!name.startsWith(":")) {
                headers.put(name, List.copyOf(values));
              }
            });
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    return Response.builder()
        .request(request)
        .status(answer.statusCode())
        .headers(headers)
        .body(answer.body(), length < 0 || length > Integer.MAX_VALUE ? null : (int) length)
        .build();
  }

  /** Ends all connections and threads. Calls that are running fail. May be called again. */
  @Override
  public void close() {
    closed = true;
    for (Method method : HttpClient.class.getMethods()) {
      // There from JDK 21 on; the client is compiled for 17.
      if (method.getName().equals("shutdownNow")) {
        try {
          method.invoke(http);
        } catch (ReflectiveOperationException absent) {
          throw new IllegalStateException("The JDK's HTTP client cannot be shut down.", absent);
        }
      }
    }
    threads.shutdownNow();
  }
}
