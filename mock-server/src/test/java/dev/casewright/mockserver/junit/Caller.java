package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/** A program of a user. */
final class Caller {

  private Caller() {}

  /** The status of a GET to Opal. */
  static int opal(MockAccess mock, String pathAndQuery) {
    return get(mock, mock.opalUrl().resolve(pathAndQuery));
  }

  /** The status of a GET with the Opal key. */
  static int get(MockAccess mock, URI address) {
    return get(mock.sslContext(), address, mock.opalLogin() + ":" + mock.password());
  }

  /** The status of a GET to Opal with any credentials. */
  static int opal(MockServer server, String login, String password, String pathAndQuery) {
    URI address = server.opalUrl().resolve(pathAndQuery);
    return get(server.sslContext(), address, login + ":" + password);
  }

  private static int get(SSLContext tls, URI address, String key) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
            .build();
    try {
      return HttpClient.newBuilder()
          .sslContext(tls)
          .build()
          .send(request, BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new AssertionError("No answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
