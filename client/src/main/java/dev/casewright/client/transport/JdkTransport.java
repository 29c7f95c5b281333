package dev.casewright.client.transport;

import dev.casewright.client.call.AnswerHeaders;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallOptions;
import dev.casewright.client.call.Lifetime;
import dev.casewright.client.call.NotConnectedException;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.time.Ticker;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Sends requests with the JDK's HTTP client, HTTP/2 or 1.1 over TLS.
 *
 * <p>Redirects are never followed, no request is repeated (but the JDK itself sends a GET again
 * when its connection drops before a byte of the answer came, and, in its newer releases, any
 * request that the server says over HTTP/2 it never looked at; neither counts as an attempt),
 * answers are streamed, and the whole call, body included, ends at its deadline, even if nobody
 * reads the body any more. Thread-safe; {@link #close()} ends its threads (on JDK 17 the JDK's own
 * selector thread ends once it is garbage-collected).
 *
 * <p>Requests of our clients bring the times of their call along. With options of another origin,
 * for instance from a decorator that makes its own, the head of an answer and each part of its body
 * have to come within their read timeout, and the whole within {@link Timeouts#total()} or {@link
 * Timeouts#download()} of the settings, whichever is longer. The time for connecting is always that
 * of the settings, and redirects are not followed even if the options ask for it.
 */
public final class JdkTransport implements Client, AutoCloseable {
  /** Set by the JDK client itself, which refuses to be told. */
  private static final Set<String> OF_THE_JDK =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  /** With it, the JDK sends a write again when its connection drops. */
  private static final String WRITES_AGAIN = "jdk.httpclient.enableAllMethodRetry";

  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final Timeouts timeouts;
  private final Ticker ticker;
  private final Optional<HttpProxy> proxy;
  private final ExecutorService threads;
  private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
  private final DeadlineTimer timer = new DeadlineTimer(running);

  /** Null once closed: on JDK 17 only the garbage collector ends its selector thread. */
  private volatile HttpClient http;

  /**
   * Opens a transport.
   *
   * @param timeouts how long things may take
   * @param sslContext whom to trust; empty for what the JDK trusts
   * @param ticker tells how time passes
   * @param proxy what to go through; empty for the JVM's own settings
   * @throws IllegalStateException if the JVM is told to let the JDK repeat writes
   */
  public JdkTransport(
      Timeouts timeouts,
      Optional<SSLContext> sslContext,
      Ticker ticker,
      Optional<HttpProxy> proxy) {
    String again = System.getProperty(WRITES_AGAIN);
    if (again != null && (again.isEmpty() || Boolean.parseBoolean(again))) {
      throw new IllegalStateException(
          "The system property "
              + WRITES_AGAIN
              + " lets the JDK send writes again, and so carry them out twice: start the JVM"
              + " without it.");
    }
    this.timeouts = timeouts;
    this.ticker = ticker;
    this.proxy = proxy;
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
            .connectTimeout(timeouts.connect())
            .executor(threads);
    sslContext.ifPresent(builder::sslContext);
    proxy.map(HttpProxy::selector).ifPresent(builder::proxy);
    this.http = builder.build();
  }

  /**
   * Sends a request and waits for the head of its answer. Blocks; the body comes as it is read.
   *
   * @throws IOException if there is no answer, or not in time
   * @throws IllegalStateException if the transport is closed
   */
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    HttpClient open = http;
    if (open == null) {
      throw Lifetime.closed();
    }
    Optional<Call> call = CallOptions.callOf(options);
    Timeouts limits = call.map(Call::timeouts).orElseGet(() -> timeoutsOf(options));
    HttpRequest sent = toHttp(request);
    Exchange exchange =
        new Exchange(call.map(Call::deadline).orElseGet(this::longest), limits.idle(), running);
    if (http == null) {
      running.remove(exchange);
      throw Lifetime.closed();
    }
    HttpResponse<InputStream> answer = exchange.send(open, sent, limits.response(), timer);
    if (answer.statusCode() == PROXY_AUTHENTICATION_REQUIRED) {
      exchange.giveUp();
      throw NotConnectedException.proxyWantsCredentials();
    }
    if (call.map(Call::isDownload).orElse(true)) {
      // Nobody may read it any further.
      exchange.endAtItsDeadline(timer);
    }
    return toFeign(request, answer);
  }

  private Deadline longest() {
    return Deadline.in(Deadline.longer(timeouts.download(), timeouts.total()), ticker);
  }

  private Timeouts timeoutsOf(Request.Options options) {
    if (options.readTimeout() == 0) {
      // To Feign, nothing means to wait for ever.
      return timeouts;
    }
    Duration read = Duration.of(options.readTimeout(), options.readTimeoutUnit().toChronoUnit());
    return timeouts.withResponse(read).withIdle(Deadline.shorter(read, timeouts.idle()));
  }

  private HttpRequest toHttp(Request request) {
    URI address = URI.create(request.url());
    HttpRequest.Builder builder = HttpRequest.newBuilder(address);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!OF_THE_JDK.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> put(builder, name, value));
              }
            });
    proxy
        .flatMap(HttpProxy::authorization)
        .ifPresent(credentials -> builder.setHeader("Proxy-Authorization", credentials));
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

  private static void put(HttpRequest.Builder builder, String name, String value) {
    try {
      builder.header(name, value);
    } catch (IllegalArgumentException refusal) {
      // The JDK's words quote the value.
      throw new IllegalArgumentException(
          "A header of the request holds what no header can hold, such as a line break.");
    }
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
    long length = AnswerHeaders.length(answer.headers().firstValue("Content-Length")).orElse(-1);
    return Response.builder()
        .request(request)
        .status(answer.statusCode())
        .headers(headers)
        .body(answer.body(), length < 0 || length > Integer.MAX_VALUE ? null : (int) length)
        .build();
  }

  /**
   * Ends all connections and threads. Requests that are under way fail at once. May be called
   * again, and by a thread that is interrupted, which stays so.
   */
  @Override
  public void close() {
    HttpClient open = http;
    http = null;
    running.forEach(Exchange::abort);
    running.clear();
    if (open != null) {
      // What came of the calls before must not get lost since their thread is to end.
      boolean interrupted = Thread.interrupted();
      // There from JDK 21 on; the client is compiled for 17.
      call(open, "shutdownNow");
      threads.shutdownNow();
      timer.close();
      call(open, "awaitTermination", LONGEST_END);
      awaitEnd();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void call(HttpClient open, String name, Object... arguments) {
    for (Method method : HttpClient.class.getMethods()) {
      if (method.getName().equals(name)) {
        try {
          method.invoke(open, arguments);
        } catch (InvocationTargetException failure) {
          if (!(failure.getCause() instanceof InterruptedException)) {
            throw new IllegalStateException("The JDK's HTTP client cannot be shut down.", failure);
          }
          Thread.currentThread().interrupt();
        } catch (ReflectiveOperationException absent) {
          throw new IllegalStateException("The JDK's HTTP client cannot be shut down.", absent);
        }
      }
    }
  }

  private void awaitEnd() {
    try {
      threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
      timer.awaitEnd(LONGEST_END.toMillis());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }
}
