package dev.casewright.contracttests.mock;

import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.HttpChannel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Ways to a mock server, for tests that speak plain HTTP to it. */
public final class MockChannels {

  private MockChannels() {}

  /** A way to one listener. */
  public static Channel of(URI baseUrl, SSLContext tls) {
    HttpClient http =
        HttpClient.newBuilder()
            .sslContext(tls)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new HttpChannel(baseUrl, http, Duration.ofSeconds(30));
  }
}
