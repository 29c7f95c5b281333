package dev.casewright.contracttests.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Speaks HTTP to a server, never through our client, whose tolerance would hide its faults. */
public final class RawHttp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI baseUrl;
  private final HttpClient http;

  public RawHttp(URI baseUrl, SSLContext tls) {
    this.baseUrl = baseUrl;
    this.http =
        HttpClient.newBuilder()
            .sslContext(tls)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** The address that the path and query of a request are put after. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Sends a request whose path and query stand as they are to go over the wire. */
  public Answer send(String method, String target, Map<String, String> headers, String body) {
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + target))
            .method(method, publisher)
            .timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + target + " got no answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a server answered. */
  public record Answer(int status, HttpHeaders headers, byte[] body) {

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("The answer with status " + status + " is not JSON.", e);
      }
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The first value of a header, or the empty text. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }
}
