package dev.casewright.contracttests.provider;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.HttpsTestTarget;
import dev.casewright.contracttests.consumer.ConsumerPact;
import java.net.URI;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;

/** The addresses of the mock server, as targets of a pact verification. */
final class Providers {

  private Providers() {}

  /** Over TLS that is checked against the development certificate authority. */
  static HttpsTestTarget https(URI url, SSLContext tls) {
    IHttpClientFactory factory =
        provider ->
            HttpClients.custom()
                .disableRedirectHandling()
                .setConnectionManager(
                    PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .build())
                .build();
    return new HttpsTestTarget(url.getHost(), url.getPort(), "/", false, () -> factory);
  }

  /** Puts a valid token in the place of the one that stands in the pacts. */
  static void replaceToken(HttpRequest request, Supplier<String> validToken) {
    Header header = request.getFirstHeader("Authorization");
    if (header != null && header.getValue().equals("Bearer " + ConsumerPact.TOKEN)) {
      request.setHeader("Authorization", "Bearer " + validToken.get());
    }
  }

  /** Without TLS; a redirect is an answer, not something to follow. */
  static HttpTestTarget http(URI url) {
    IHttpClientFactory factory = provider -> HttpClients.custom().disableRedirectHandling().build();
    return new HttpTestTarget(url.getHost(), url.getPort(), "/", () -> factory);
  }
}
