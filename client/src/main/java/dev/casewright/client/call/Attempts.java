package dev.casewright.client.call;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The innermost decorator, once for each request: it puts on what every request carries, gives the
 * transport the time that is left, and counts. Thread-safe.
 */
final class Attempts implements Client {
  private static final String CORRELATION_ID = "X-Correlation-ID";
  private static final String USER_AGENT = "User-Agent";

  private final Client transport;
  private final CallSettings settings;

  Attempts(Client transport, CallSettings settings) {
    this.transport = transport;
    this.settings = settings;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = CallOptions.call(options);
    if (call.deadline().hasPassed()) {
      throw DeadlinePassedException.total(call.deadline().limit());
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted before sending");
    }
    Attempt attempt = new Attempt(call, request, settings);
    Response answer;
    try {
      answer = transport.execute(marked(request, call), CallOptions.now(call));
    } catch (IOException | RuntimeException failure) {
      attempt.broken(failure);
      throw failure;
    }
    return attempt.answered(answer);
  }

  private Request marked(Request request, Call call) {
    Map<String, String> headers = new LinkedHashMap<>(call.headers());
    headers.put(CORRELATION_ID, call.correlationId());
    headers.put(USER_AGENT, settings.userAgent());
    return RequestHeaders.with(request, headers);
  }
}
