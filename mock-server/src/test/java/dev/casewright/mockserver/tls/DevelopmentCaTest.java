package dev.casewright.mockserver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentCaTest {

  private static final String NAME_CONSTRAINTS = "2.5.29.30";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void aClientThatTrustsTheCaReachesTheServer(String host) throws Exception {
    try (MockServer server = MockServer.start()) {
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
      URI uri = URI.create("https://" + host + ":" + server.opalUrl().getPort() + "/reports");

      assertThat(
              client
                  .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(401);
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theCaIsGoodForLoopbackNamesOnlyAndNotForLong() throws Exception {
    X509Certificate ca = open(Optional.empty(), Clock.systemUTC()).certificate();

    assertThat(ca.getCriticalExtensionOIDs()).contains(NAME_CONSTRAINTS);
    assertThat(ca.getBasicConstraints()).isZero();
    assertThat(Duration.between(ca.getNotBefore().toInstant(), ca.getNotAfter().toInstant()))
        .isLessThanOrEqualTo(Duration.ofDays(90));
    ca.checkValidity();
  }

  @Test
  void theServerCertificateNamesLoopbackOnly() throws Exception {
    KeyStore store =
        open(Optional.empty(), Clock.systemUTC()).serverKeyStore("synthetic".toCharArray());
    X509Certificate leaf = (X509Certificate) store.getCertificate("server");

    assertThat(leaf.getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()))
        .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
  }

  @Test
  void aKeptCaIsUsedAgainAndItsKeyIsTheOwnersAlone() throws IOException {
    X509Certificate first = open(Optional.of(folder), Clock.systemUTC()).certificate();
    X509Certificate second = open(Optional.of(folder), Clock.systemUTC()).certificate();

    assertThat(second).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("casewright-ca-key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void anExpiredCaIsReplaced() {
    MutableClock clock = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));
    X509Certificate first = open(Optional.of(folder), clock).certificate();

    clock.advance(Duration.ofDays(91));

    assertThat(open(Optional.of(folder), clock).certificate()).isNotEqualTo(first);
  }

  @Test
  void aKeptCaThatCannotBeReadIsToldWithAWayOut() throws IOException {
    Files.writeString(folder.resolve("casewright-ca-key.pem"), "nonsense");
    Files.writeString(folder.resolve("casewright-ca.pem"), "nonsense");

    assertThatThrownBy(() -> open(Optional.of(folder), Clock.systemUTC()))
        .isInstanceOf(TlsException.class)
        .hasMessageContaining("--ca-dir");
  }

  @Test
  void withoutAFolderNothingIsWrittenButTheCertificate() throws IOException {
    try (MockServer server = MockServer.start();
        Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
      server.writeCaCertificate(folder.resolve("ca.pem"));
    }
    assertThat(Files.readString(folder.resolve("ca.pem")))
        .startsWith("-----BEGIN CERTIFICATE-----")
        .doesNotContain("PRIVATE");
  }

  private static DevelopmentCa open(Optional<Path> folder, Clock clock) {
    return DevelopmentCa.open(folder, List.of(), clock, new SecureRandom());
  }
}
