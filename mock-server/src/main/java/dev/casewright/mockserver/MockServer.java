package dev.casewright.mockserver;

import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.mapping.MappingFiles;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.tls.DevelopmentCa;
import dev.casewright.mockserver.tls.HostName;
import dev.casewright.mockserver.transport.HttpFront;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A running mock of Omicia Opal and Illumina Emedgene, with synthetic data in spaces that do not
 * see each other.
 *
 * <p>It listens on loopback with TLS, under a certificate authority of its own that clients have to
 * be told of. Thread-safe.
 *
 * <pre>{@code
 * try (MockServer mock = MockServer.start()) {
 *   HttpClient client = HttpClient.newBuilder().sslContext(mock.sslContext()).build();
 *   URI reports = mock.opalUrl().resolve("/reports");
 * }
 * }</pre>
 */
public final class MockServer implements AutoCloseable {

  private final Assembly assembly;
  private final DevelopmentCa ca;
  private final SSLContext clientTls;
  private final HttpFront front;
  private final Scheduler scheduler;
  private final boolean loopback;
  private final boolean admin;
  private final List<String> hosts;

  private MockServer(
      Assembly assembly,
      DevelopmentCa ca,
      HttpFront front,
      Scheduler scheduler,
      MockServerSettings settings) {
    this.assembly = assembly;
    this.ca = ca;
    this.clientTls = ca.clientContext();
    this.front = front;
    this.scheduler = scheduler;
    this.loopback = settings.addresses().isLoopback();
    this.hosts = settings.certificates().hosts().stream().map(HostName::text).toList();
    this.admin = settings.protection().admin().isThere();
  }

  /**
   * Starts a server with all settings as they come, on free ports. Blocks until it takes requests.
   *
   * @return the running server, to be closed
   */
  public static MockServer start() {
    return builder().start();
  }

  /**
   * Settings to start a server with.
   *
   * @return a new builder
   */
  public static MockServerBuilder builder() {
    return new MockServerBuilder();
  }

  static MockServer start(MockServerSettings settings) {
    MappingFiles mappings =
        settings.additions().mappings().map(MappingFiles::read).orElse(MappingFiles.none());
    Scheduler scheduler = settings.surroundings().scheduler().get();
    Meanwhile<DevelopmentCa> authority = new Meanwhile<>(() -> authority(settings.certificates()));
    Assembly assembly;
    try {
      assembly = new Assembly(settings, scheduler);
    } finally {
      authority.await();
    }
    DevelopmentCa ca = authority.result();
    assembly.webhooks().trust(ca.certificate());
    HttpFront front =
        HttpFront.open(
            settings.addresses(),
            ca,
            assembly.doors(),
            assembly.routes(),
            scheduler,
            mappings,
            assembly.mappingCheck(),
            settings.protection());
    return new MockServer(assembly, ca, front, scheduler, settings);
  }

  /** Takes about as long as reading the contracts and the seed pack. */
  private static DevelopmentCa authority(MockServerSettings.Certificates settings) {
    HttpFront.prepare();
    return DevelopmentCa.open(
        settings.caFolder(), settings.hosts(), Clock.systemUTC(), new SecureRandom());
  }

  /**
   * The base address of Opal, with TLS.
   *
   * @return an address without a path
   */
  public URI opalUrl() {
    return URI.create("https://localhost:" + front.httpsPort());
  }

  /**
   * The base address of Emedgene, with TLS: the same as Opal's, since their paths differ.
   *
   * @return an address without a path
   */
  public URI emedgeneUrl() {
    return opalUrl();
  }

  /**
   * The address without TLS that answers every request with a redirect.
   *
   * @return an address without a path
   */
  public URI httpUrl() {
    return URI.create("http://localhost:" + front.redirectPort());
  }

  /**
   * The base address of both APIs without TLS.
   *
   * @return an address without a path; nothing unless a port for it was asked for
   */
  public Optional<URI> plainHttpUrl() {
    return front.plainPort().isPresent()
        ? Optional.of(URI.create("http://localhost:" + front.plainPort().getAsInt()))
        : Optional.empty();
  }

  /**
   * The certificate that clients have to trust.
   *
   * @return the certificate of the development CA
   */
  public X509Certificate caCertificate() {
    return ca.certificate();
  }

  /**
   * The certificate that clients have to trust, as PEM: for settings that take a text, such as
   * {@code spring.ssl.bundle.pem.opal.truststore.certificate} of Spring Boot.
   *
   * @return the lines of the certificate
   */
  public String caCertificatePem() {
    return ca.certificatePem();
  }

  /**
   * Writes the certificate that clients have to trust as PEM, over what was there.
   *
   * @param file the file
   */
  public void writeCaCertificate(Path file) {
    ca.writeCertificate(file);
  }

  /**
   * A TLS context for clients that trusts this server and nothing else.
   *
   * @return the context; always the same
   */
  public SSLContext sslContext() {
    return clientTls;
  }

  /**
   * The credentials of the default space.
   *
   * @return the credentials
   */
  public DemoCredentials credentials() {
    return DemoCredentials.of(DemoAccounts.DEFAULT_SPACE);
  }

  /**
   * The default space.
   *
   * @return the space
   */
  public MockSpace space() {
    return space(DemoAccounts.DEFAULT_SPACE);
  }

  /**
   * A space, made from the seed pack if it is not there yet.
   *
   * @param name lower-case letters, digits and inner hyphens, at most 63
   * @return the space
   * @throws IllegalArgumentException if the name cannot be one of a space
   * @throws IllegalStateException if it is not there and there are as many spaces as there may be
   */
  public MockSpace space(String name) {
    if (!DemoAccounts.isSpaceName(name)) {
      throw new IllegalArgumentException(
          "A space is named with lower-case letters, digits and inner hyphens, at most 63.");
    }
    try {
      return new MockSpace(assembly.spaces().of(name), assembly);
    } catch (Refusal tooMany) {
      throw new IllegalStateException(tooMany.getMessage(), tooMany);
    }
  }

  Assembly assembly() {
    return assembly;
  }

  /**
   * The requirements that all spaces break which have nothing else set.
   *
   * @return what switches deviations on and off
   */
  public MockDeviations deviations() {
    return new MockDeviations(assembly.deviations(), Optional.empty());
  }

  /**
   * The clock of all spaces whose own was not changed.
   *
   * @return what stops and moves it
   */
  public MockClock clock() {
    return new MockClock(assembly.clocks(), Optional.empty());
  }

  /**
   * How fast cases and reports go on by themselves in all spaces that have nothing else set.
   *
   * @return what shows and sets it
   */
  public MockProgress progress() {
    return new MockProgress(assembly.progress(), assembly.spaces(), Optional.empty());
  }

  /**
   * The faults that act in all spaces which have nothing else set.
   *
   * @return what arms and removes faults
   */
  public MockFaults faults() {
    return new MockFaults(assembly.faults(), Optional.empty());
  }

  /**
   * The last exchanges that clients had with each space.
   *
   * @return what shows those of all spaces
   */
  public MockExchanges exchanges() {
    return new MockExchanges(assembly.journal(), Optional.empty());
  }

  /**
   * How what the sources leave open is read in all spaces that have nothing else set.
   *
   * @return what turns switches
   */
  public MockSwitches switches() {
    return new MockSwitches(assembly.switches(), Optional.empty());
  }

  /**
   * What is served now.
   *
   * @return the APIs, the seed pack and the spaces
   */
  public MockContents contents() {
    return assembly.contents();
  }

  /**
   * How many answers of the server broke its own contract so far; each was replaced by a 500.
   *
   * @return a count from 0
   */
  public long contractBreaches() {
    return assembly.breaches().count();
  }

  /**
   * Whether only this machine can reach the server.
   *
   * @return true on loopback
   */
  public boolean isLoopback() {
    return loopback;
  }

  /**
   * The hosts that the server stands in for under their own names.
   *
   * @return their names, without those of this machine
   */
  public List<String> hosts() {
    return hosts;
  }

  /**
   * Whether the server has admin APIs, be it with a token.
   *
   * @return false if they are off
   */
  public boolean hasAdmin() {
    return admin;
  }

  /**
   * Stops the server: takes no new connections, sends at once what a fault lets come late, drops
   * what a fault stalls, lets the requests in flight be answered, and returns when no port is open
   * and no thread is left. Blocks, at most for the stop time of the limits and a moment. May be
   * repeated.
   */
  @Override
  public void close() {
    try {
      front.close();
    } finally {
      assembly.webhooks().close();
      // Last, since it ends in time what webhooks send.
      scheduler.close();
    }
  }
}
