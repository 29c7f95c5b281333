package dev.casewright.mockserver;

import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.transport.Addresses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Settings of a mock server that is about to start. Not thread-safe; may be used for more than one
 * server.
 */
public final class MockServerBuilder {

  private static final Duration DEFAULT_TOKEN_LIFETIME = Duration.ofHours(8);
  private static final Duration DEFAULT_STEP = Duration.ofSeconds(2);
  private static final int KEY_BYTES = 32;

  private String bind = "127.0.0.1";
  private int httpsPort;
  private int httpPort;
  private OptionalInt plainHttpPort = OptionalInt.empty();
  private Optional<Path> caFolder = Optional.empty();
  private Optional<byte[]> tokenKey = Optional.empty();
  private Duration tokenLifetime = DEFAULT_TOKEN_LIFETIME;
  private ProgressPolicy progress = ProgressPolicy.every(DEFAULT_STEP);
  private final Set<String> deviations = new LinkedHashSet<>();
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();

  MockServerBuilder() {}

  /**
   * Where to listen; {@code 127.0.0.1} unless set.
   *
   * @param address a host name or address of this machine
   * @return this builder
   */
  public MockServerBuilder bind(String address) {
    this.bind = Objects.requireNonNull(address, "address");
    return this;
  }

  /**
   * The port of both APIs with TLS; any free one unless set.
   *
   * @param port a port, 0 for any free one
   * @return this builder
   */
  public MockServerBuilder httpsPort(int port) {
    this.httpsPort = checked(port);
    return this;
  }

  /**
   * The port without TLS that answers with redirects only; any free one unless set.
   *
   * @param port a port, 0 for any free one
   * @return this builder
   */
  public MockServerBuilder httpPort(int port) {
    this.httpPort = checked(port);
    return this;
  }

  /**
   * Opens a third port with both APIs without TLS; there is none unless set.
   *
   * @param port a port, 0 for any free one
   * @return this builder
   */
  public MockServerBuilder plainHttpPort(int port) {
    this.plainHttpPort = OptionalInt.of(checked(port));
    return this;
  }

  /**
   * Keeps the development CA, with its key, in a folder for the next start; it stays in memory
   * unless set.
   *
   * @param folder the folder, made if need be
   * @return this builder
   */
  public MockServerBuilder caFolder(Path folder) {
    this.caFolder = Optional.of(folder);
    return this;
  }

  /**
   * The secret that Emedgene tokens are signed with, so that servers with the same secret accept
   * each other's tokens; a random one unless set.
   *
   * @param secret any text that is not blank
   * @return this builder
   */
  public MockServerBuilder tokenKey(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("The token key is blank. Give a text, or none at all.");
    }
    this.tokenKey = Optional.of(secret.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /**
   * How long an Emedgene token is good for; 8 hours unless set.
   *
   * @param lifetime more than nothing; counted in whole seconds
   * @return this builder
   */
  public MockServerBuilder tokenLifetime(Duration lifetime) {
    if (lifetime.isZero() || lifetime.isNegative()) {
      throw new IllegalArgumentException("A token has to be good for some time. Give more than 0.");
    }
    this.tokenLifetime = lifetime;
    return this;
  }

  /**
   * How fast new cases go on by themselves; 2 seconds a step unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  public MockServerBuilder progress(ProgressPolicy policy) {
    this.progress = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Breaks a requirement in all spaces from the start; may be called for more than one.
   *
   * @param requirement the id of the requirement, such as {@code OPAL-FIND-01}
   * @return this builder
   */
  public MockServerBuilder deviate(String requirement) {
    this.deviations.add(Objects.requireNonNull(requirement, "requirement"));
    return this;
  }

  /**
   * What tells the time for state and tokens; the system clock unless set. Certificates always go
   * by the system clock, as clients do.
   *
   * @param time the clock
   * @return this builder
   */
  public MockServerBuilder clock(Clock time) {
    this.clock = Objects.requireNonNull(time, "time");
    return this;
  }

  /**
   * What chooses the names of new cases; unpredictable unless set.
   *
   * @param source the source of numbers
   * @return this builder
   */
  public MockServerBuilder random(RandomGenerator source) {
    this.random = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Starts the server. Blocks until it takes requests, some seconds at most.
   *
   * @return the running server, to be closed
   * @throws dev.casewright.mockserver.transport.PortTakenException if it cannot listen there
   * @throws dev.casewright.mockserver.route.InvalidContractException if the contracts cannot be
   *     served
   * @throws dev.casewright.mockserver.seed.InvalidSeedException if the seed pack cannot be used
   * @throws IllegalArgumentException if a requirement is to be broken that has no deviation
   * @throws dev.casewright.mockserver.tls.TlsException if the CA folder cannot be used
   */
  public MockServer start() {
    return MockServer.start(this);
  }

  Addresses addresses() {
    return new Addresses(bind, httpsPort, httpPort, plainHttpPort);
  }

  Optional<Path> caFolder() {
    return caFolder;
  }

  byte[] tokenKey() {
    return tokenKey.orElseGet(
        () -> {
          byte[] key = new byte[KEY_BYTES];
          new SecureRandom().nextBytes(key);
          return key;
        });
  }

  Duration tokenLifetime() {
    return tokenLifetime;
  }

  ProgressPolicy progress() {
    return progress;
  }

  Set<String> deviations() {
    return Set.copyOf(deviations);
  }

  Clock clock() {
    return clock;
  }

  RandomGenerator random() {
    return random;
  }

  private static int checked(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535; 0 is any free one.");
    }
    return port;
  }
}
