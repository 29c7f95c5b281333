package dev.casewright.conformance.target;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks plain HTTP/1.1, never through our client, whose tolerance would hide faults. */
public final class HttpChannel implements Channel {

  private final URI baseUrl;
  private final HttpClient http;
  private final Duration longest;

  /**
   * A way to a listener.
   *
   * @param baseUrl what the path of a request is put after
   * @param http sends the requests; must not follow redirects
   * @param longest the longest time for a whole answer
   */
  public HttpChannel(URI baseUrl, HttpClient http, Duration longest) {
    this.baseUrl = baseUrl;
    this.http = http;
    this.longest = longest;
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public Answer send(Message message) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(message), BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> whole = answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(whole.statusCode(), whole.headers(), whole.body());
    } catch (ExecutionException failure) {
      throw new NoAnswerException(
          message, failure.getCause() instanceof IOException lost ? lost : failure);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new NoAnswerException(message, late);
    } catch (InterruptedException interruption) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException(message, interruption);
    }
  }

  /** What a server gave, such as a token, may not fit into a request. */
  private HttpRequest request(Message message) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(baseUrl + message.target()))
              .method(
                  message.method(),
                  message.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
      message.headers().forEach(request::header);
      return request.build();
    } catch (IllegalArgumentException cannotBeSent) {
      throw new NoAnswerException(message, cannotBeSent);
    }
  }
}
