package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Tls;
import dev.casewright.client.fixture.TunnelProxy;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.retry.RetryPolicy;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class HttpProxyTest {
  private static final char[] PASSWORD = "pässword".toCharArray();

  /** {@code user:pässword} in UTF-8 and Base64. */
  private static final String CREDENTIALS = "Basic dXNlcjpww6Rzc3dvcmQ=";

  private final Tls tls = Tls.shared();
  private final FixtureServer server =
      FixtureServer.start(
          "https", tls.sockets(), request -> Reply.json(200, Samples.report(5012, "CW-1")));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCallGoesThroughATunnelOfTheProxy() {
    try (TunnelProxy proxy = TunnelProxy.start();
        OpalClient client = through(HttpProxy.at("localhost", proxy.port()))) {
      assertThat(client.getReport(5012).id()).isEqualTo(5012);

      assertThat(proxy.received())
          .extracting(request -> request.method() + " " + request.target())
          .containsExactly("CONNECT localhost:" + server.url().getPort());
      assertThat(proxy.received().get(0).headers()).doesNotContainKey("Authorization");
    }
  }

  @Test
  void aProxyThatWantsCredentialsIsAFailureThatSaysHowToGiveThem() {
    try (TunnelProxy proxy =
            TunnelProxy.refusing(
                request ->
                    "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                        + "Content-Length: 0\r\n\r\n");
        EmedgeneClient client =
            EmedgeneClient.builder()
                .baseUrl(server.url())
                .token("token")
                .trustedCertificate(tls.certificate())
                .proxy(HttpProxy.at("localhost", proxy.port()))
                .build()) {
      TransportException failure =
          catchThrowableOfType(
              TransportException.class,
              () -> client.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(failure).hasMessageContainingAll("proxy", "withCredentials", "disabledSchemes");
      assertThat(failure.outcomeUnknown()).as("the server saw nothing").isFalse();
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aProxyThatOpensNoTunnelIsAFailureBeforeAnythingWasSent() {
    try (TunnelProxy proxy =
            TunnelProxy.refusing(
                request -> "HTTP/1.1 502 Canary\r\nContent-Length: 6\r\n\r\nCanary");
        OpalClient client = through(HttpProxy.at("localhost", proxy.port()))) {
      assertThatThrownBy(() -> client.getReport(5012))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("proxy made no connection")
          .hasMessageNotContaining("Canary");
    }
  }

  @Test
  void overPlainHttpTheProxyIsToldTheCredentials() {
    try (TunnelProxy proxy =
            TunnelProxy.refusing(
                request -> {
                  String body = Samples.report(5012, "CW-1");
                  return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                });
        OpalClient client =
            OpalClient.builder()
                .baseUrl(URI.create("http://localhost:1"))
                .allowPlainHttpOnLoopback()
                .credentials("login", "password")
                .proxy(HttpProxy.at("localhost", proxy.port()).withCredentials("user", PASSWORD))
                .build()) {
      client.getReport(5012);

      Received request = proxy.received().get(0);
      assertThat(request.target()).isEqualTo("http://localhost:1/reports/5012");
      assertThat(request.header("Proxy-Authorization")).isEqualTo(CREDENTIALS);
    }
  }

  @Test
  void theServerNeverSeesTheCredentialsOfTheProxy() {
    try (OpalClient client = through(HttpProxy.none().withCredentials("user", PASSWORD))) {
      client.getReport(5012);

      assertThat(server.only().headers()).doesNotContainKey("Proxy-Authorization");
    }
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> HttpProxy.at(" ", 3128)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HttpProxy.at("proxy", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HttpProxy.none().withCredentials("a:b", PASSWORD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("a:b");
  }

  @Test
  void credentialsAreNeverPrinted() {
    assertThat(HttpProxy.at("proxy", 3128).withCredentials("user", PASSWORD))
        .hasToString("HttpProxy[with credentials]");
  }

  /** In a JVM of its own, since the JDK reads the property once. */
  @Test
  @Tag("full")
  void withThePropertyOfTheJdkTheProxyIsToldTheCredentialsForATunnel() throws Exception {
    try (TunnelProxy proxy =
        TunnelProxy.refusing(
            request ->
                request.header("Proxy-Authorization").equals(CREDENTIALS)
                    ? ""
                    : "HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n")) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djdk.http.auth.tunneling.disabledSchemes=",
                  "-cp",
                  classPath(),
                  ThroughProxy.class.getName(),
                  server.url().toString(),
                  tls.certificate().toString(),
                  String.valueOf(proxy.port()))
              .redirectErrorStream(true)
              .start();
      String printed =
          new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(printed).contains("report 5012");
      assertThat(program.waitFor()).isZero();
      assertThat(server.only().headers()).doesNotContainKey("Proxy-Authorization");
    }
  }

  /** The program that the JVM of its own runs. */
  static final class ThroughProxy {
    public static void main(String[] arguments) {
      try (OpalClient client =
          OpalClient.builder()
              .baseUrl(URI.create(arguments[0]))
              .credentials("login", "password")
              .trustedCertificate(Path.of(arguments[1]))
              .proxy(
                  HttpProxy.at("localhost", Integer.parseInt(arguments[2]))
                      .withCredentials("user", PASSWORD))
              .build()) {
        System.out.println("report " + client.getReport(5012).id());
      }
    }
  }

  private static String classPath() {
    return Stream.of(
            HttpProxyTest.class,
            OpalClient.class,
            feign.Client.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            Logger.class)
        .map(type -> Path.of(URI.create(placeOf(type))).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  private OpalClient through(HttpProxy proxy) {
    return OpalClient.builder()
        .baseUrl(server.url())
        .credentials("login", "password")
        .trustedCertificate(tls.certificate())
        .proxy(proxy)
        .retry(RetryPolicy.never())
        .build();
  }
}
