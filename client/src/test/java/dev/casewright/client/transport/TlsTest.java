package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Tls;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.retry.RetryPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  @TempDir private static Path folder;

  private static Tls client;

  private final Tls server = Tls.shared();

  @BeforeAll
  static void makeCertificate() {
    client = Tls.named("client", folder);
  }

  @Test
  void anAuthorityOfOnesOwnIsTrustedBesideThoseOfTheJdk() {
    System.setProperty(TRUST_STORE, client.asAuthorities(folder).toString());
    System.setProperty(TRUST_STORE_PASSWORD, new String(client.password()));
    try (FixtureServer own = serving(server.sockets());
        FixtureServer known = serving(client.sockets())) {
      for (FixtureServer each : new FixtureServer[] {own, known}) {
        try (OpalClient opal = builder(each).trustedCertificate(server.certificate()).build()) {
          assertThat(opal.getReport(5012).id()).isEqualTo(5012);
        }
      }
    } finally {
      System.clearProperty(TRUST_STORE);
      System.clearProperty(TRUST_STORE_PASSWORD);
    }
  }

  @Test
  void aCertificateOfAnEarlierStartIsCalledSo() {
    try (FixtureServer restarted = serving(server.sockets());
        OpalClient opal = builder(restarted).trustedCertificate(client.certificate()).build()) {
      assertThatThrownBy(() -> opal.getReport(5012))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("of an earlier start");
    }
  }

  @Test
  void severalAuthoritiesOfOnesOwnAreTrusted() {
    try (FixtureServer first = serving(server.sockets());
        FixtureServer second = serving(client.sockets())) {
      for (FixtureServer each : new FixtureServer[] {first, second}) {
        try (OpalClient opal =
            builder(each)
                .trustedCertificate(server.certificate())
                .trustedCertificate(client.certificate())
                .build()) {
          assertThat(opal.getReport(5012).id()).isEqualTo(5012);
        }
      }
    }
  }

  @Test
  void aServerThatAsksWhoIsThereIsShownTheCertificateOfTheClient() {
    char[] password = client.password();
    try (FixtureServer asking = serving(server.socketsFor(client));
        OpalClient opal =
            builder(asking)
                .clientCertificate(client.store(), password)
                .trustedCertificate(server.certificate())
                .build()) {
      Arrays.fill(password, ' ');
      assertThat(opal.getReport(5012).id()).isEqualTo(5012);
    }
  }

  @Test
  void withoutACertificateOfTheClientTheMessageSaysHowToGiveOne() {
    try (FixtureServer asking = serving(server.socketsFor(client));
        OpalClient opal = builder(asking).trustedCertificate(server.certificate()).build()) {
      assertThatThrownBy(() -> opal.getReport(5012))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("clientCertificate(...)");
      assertThat(asking.received()).isEmpty();
    }
  }

  @Test
  void aCertificateOfTheClientChangesNothingInWhomItTrusts() {
    try (FixtureServer asking = serving(server.socketsFor(client));
        OpalClient opal =
            builder(asking).clientCertificate(client.store(), client.password()).build()) {
      assertThatThrownBy(() -> opal.getReport(5012))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("trustedCertificate(...)");
    }
  }

  @Test
  void aStoreThatCannotBeOpenedIsRefusedWhenTheClientIsBuilt() throws Exception {
    OpalClientBuilder builder = OpalClient.builder();
    Path authorities = server.asAuthorities(Files.createDirectory(folder.resolve("other")));

    assertThatThrownBy(() -> builder.clientCertificate(client.store(), "wrong".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password");
    assertThatThrownBy(() -> builder.clientCertificate(folder.resolve("no"), client.password()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.clientCertificate(authorities, server.password()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no private key");
  }

  @Test
  void aContextOfOnesOwnAndCertificatesExcludeEachOther() throws Exception {
    SSLContext context = SSLContext.getDefault();
    OpalClientBuilder certificates = OpalClient.builder().trustedCertificate(server.certificate());
    OpalClientBuilder own = OpalClient.builder().sslContext(context);

    assertThatThrownBy(() -> certificates.sslContext(context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sslContext(...)");
    assertThatThrownBy(() -> own.trustedCertificate(server.certificate()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> own.clientCertificate(client.store(), client.password()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aContextOfOnesOwnIsUsed() {
    SSLContext context = server.context(server);
    try (FixtureServer own = serving(server.sockets());
        OpalClient opal = builder(own).sslContext(context).build()) {
      assertThat(opal.getReport(5012).id()).isEqualTo(5012);
    }
  }

  private static FixtureServer serving(ServerSocketFactory sockets) {
    return FixtureServer.start(
        "https", sockets, request -> Reply.json(200, Samples.report(5012, "CW-1")));
  }

  private static OpalClientBuilder builder(FixtureServer where) {
    return OpalClient.builder()
        .baseUrl(where.url())
        .credentials("login", "password")
        .retry(RetryPolicy.never());
  }
}
