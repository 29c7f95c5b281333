package dev.casewright.mockserver;

import dev.casewright.mockserver.journal.JournalEntry;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.schedule.SystemScheduler;
import dev.casewright.mockserver.seed.SeedChoice;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.switches.Switches;
import dev.casewright.mockserver.tls.HostName;
import dev.casewright.mockserver.transport.Addresses;
import dev.casewright.mockserver.transport.AdminAccess;
import dev.casewright.mockserver.transport.Limits;
import dev.casewright.mockserver.transport.Protection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Settings of a mock server that is about to start. Not thread-safe; may be used for more than one
 * server.
 */
public final class MockServerBuilder {

  private static final Duration DEFAULT_TOKEN_LIFETIME = Duration.ofHours(8);
  private static final Duration DEFAULT_STEP = Duration.ofSeconds(2);
  private static final int KEY_BYTES = 32;
  private static final long DEFAULT_ANSWER_LIMIT = 64L * 1024 * 1024;

  private String bind = "127.0.0.1";
  private int httpsPort;
  private int httpPort;
  private OptionalInt plainHttpPort = OptionalInt.empty();
  private Optional<Path> caFolder = Optional.empty();
  private final Set<HostName> hosts = new LinkedHashSet<>();
  private Optional<byte[]> tokenKey = Optional.empty();
  private Duration tokenLifetime = DEFAULT_TOKEN_LIFETIME;
  private ProgressPolicy progress = ProgressPolicy.every(DEFAULT_STEP);
  private ProgressPolicy reportProgress = ProgressPolicy.never();
  private boolean webhooksAnywhere;
  private SeedChoice seedPack = SeedChoice.SMALL;
  private long answerLimit = DEFAULT_ANSWER_LIMIT;
  private final Set<String> deviations = new LinkedHashSet<>();
  private Limits limits = Limits.defaults();
  private Optional<AdminAccess> admin = Optional.empty();
  private final Map<String, String> switches = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();
  private Optional<Path> mappings = Optional.empty();
  private final List<Consumer<JournalEntry>> exchangeListeners = new ArrayList<>();
  private boolean foresight;
  private Supplier<Scheduler> scheduler = () -> new SystemScheduler("casewright-mock-scheduler", 1);

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
   * Lets the server stand in for a host under its own name: its certificate is good for that name
   * too, and so is the development CA, which then cannot be kept in a folder. The admin APIs still
   * refuse requests that name this host. May be called for more than one.
   *
   * @param name a DNS name, such as {@code workspace.opal.example}
   * @return this builder
   * @throws IllegalArgumentException if it is not such a name
   */
  public MockServerBuilder host(String name) {
    this.hosts.add(new HostName(name));
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
   * How fast reports go on by themselves that are being processed: from WAITING to SUBMITTED to
   * RUNNING to READY TO REVIEW, which is our reading of the order; they stay as they are unless
   * set.
   *
   * @param policy the policy
   * @return this builder
   */
  public MockServerBuilder reportProgress(ProgressPolicy policy) {
    this.reportProgress = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Lets webhooks be sent beyond this machine; only to loopback addresses unless set.
   *
   * @param anywhere whether any address is good
   * @return this builder
   */
  public MockServerBuilder webhooksAnywhere(boolean anywhere) {
    this.webhooksAnywhere = anywhere;
    return this;
  }

  /**
   * Breaks a requirement in all spaces from the start; may be called for more than one.
   *
   * @param requirement the id of the requirement, such as {@code OPAL-FIND-01}
   * @return this builder
   * @throws IllegalArgumentException if there is none of this id, or it cannot be broken
   */
  public MockServerBuilder deviate(String requirement) {
    this.deviations.add(EveryDeviation.checked(Objects.requireNonNull(requirement, "requirement")));
    return this;
  }

  /**
   * The seed pack that spaces start with; {@code small} unless set.
   *
   * @param pack {@code small}, {@code empty}, {@code large}, {@code large:SEED}, {@code
   *     large:SEED:REPORTS:CASES}, or the path of a folder
   * @return this builder
   * @throws IllegalArgumentException if there is no such pack and no such folder
   */
  public MockServerBuilder seedPack(String pack) {
    this.seedPack = SeedChoice.parse(pack);
    return this;
  }

  /**
   * How much of everything the server takes; {@link Limits#defaults()} unless set.
   *
   * @param most the limits
   * @return this builder
   */
  public MockServerBuilder limits(Limits most) {
    this.limits = Objects.requireNonNull(most, "most");
    return this;
  }

  /**
   * The folder of a seed pack that spaces start with. It is read and checked when the server
   * starts.
   *
   * @param folder a folder with the files of a pack, in YAML or JSON
   * @return this builder
   */
  public MockServerBuilder seedPack(Path folder) {
    this.seedPack = new SeedChoice.Folder(folder);
    return this;
  }

  /**
   * Takes the admin APIs away, ours and WireMock's: their paths are unknown. Without this and
   * {@link #adminToken} they are on while the server listens on loopback, and off beyond.
   *
   * @return this builder
   */
  public MockServerBuilder adminOff() {
    this.admin = Optional.of(AdminAccess.off());
    return this;
  }

  /**
   * The largest list that is answered; a larger one is refused, with the advice to page. 64 MiB
   * unless set.
   *
   * @param bytes the most bytes of a list, at least 1
   * @return this builder
   */
  public MockServerBuilder answerLimit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("An answer needs at least 1 byte. Give more.");
    }
    this.answerLimit = bytes;
    return this;
  }

  /**
   * Lets only those use the admin APIs who send a token in {@code X-Mock-Admin-Token}.
   *
   * @param token any text that is not blank
   * @return this builder
   */
  public MockServerBuilder adminToken(String token) {
    this.admin = Optional.of(AdminAccess.token(token));
    return this;
  }

  /**
   * Turns a switch in all spaces from the start; may be called for more than one.
   *
   * @param name the name of the switch, such as {@code opal-list-shape}
   * @param value one of its values
   * @return this builder
   * @throws IllegalArgumentException if there is no such switch or value
   */
  public MockServerBuilder switchTo(String name, String value) {
    this.switches.put(Objects.requireNonNull(name, "name"), Switches.checked(name, value));
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
   * Stubs of WireMock that answer before the mock does; there are none unless set. They are read
   * when the server starts: {@code *.json} in the folder and in its folder {@code mappings}, bodies
   * in its folder {@code __files}.
   *
   * @param folder the folder
   * @return this builder
   */
  public MockServerBuilder mappings(Path folder) {
    this.mappings = Optional.of(folder);
    return this;
  }

  /**
   * What lets answers wait, and ends in time what webhooks send; the clock of the machine unless
   * set. Each server gets one of its own and closes it.
   *
   * @param source makes a scheduler
   * @return this builder
   */
  public MockServerBuilder scheduler(Supplier<Scheduler> source) {
    this.scheduler = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Adds what is told of each exchange with a client, in all spaces. Calls of the admin APIs and
   * those that your own mappings answer are none.
   *
   * @param listener called before the answer goes out, by many threads at once; must not block or
   *     throw
   * @return this builder
   */
  public MockServerBuilder onExchange(Consumer<JournalEntry> listener) {
    exchangeListeners.add(Objects.requireNonNull(listener, "listener"));
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
   * @throws IllegalArgumentException if a requirement is to be broken that has no deviation, a
   *     switch or value is named that there is not, or the mappings cannot be used
   * @throws dev.casewright.mockserver.tls.TlsException if the CA folder cannot be used
   */
  public MockServer start() {
    return MockServer.start(settings());
  }

  /** Lets the server find out, when it is told to, which deviations would change something. */
  MockServerBuilder withForesight() {
    this.foresight = true;
    return this;
  }

  private MockServerSettings settings() {
    Addresses addresses = new Addresses(bind, httpsPort, httpPort, plainHttpPort);
    AdminAccess byAddress = addresses.isLoopback() ? AdminAccess.on() : AdminAccess.off();
    return new MockServerSettings(
        addresses,
        new Protection(limits, admin.orElse(byAddress)),
        new MockServerSettings.Certificates(
            caFolder, Collections.unmodifiableSet(new LinkedHashSet<>(hosts))),
        new MockServerSettings.TokenMaking(
            tokenKey.orElseGet(MockServerBuilder::newKey), tokenLifetime),
        new MockServerSettings.Data(seedPack, progress, reportProgress),
        new MockServerSettings.Behaviour(
            deviations, switches, answerLimit, webhooksAnywhere, foresight),
        new MockServerSettings.Surroundings(clock, random, scheduler),
        new MockServerSettings.Additions(mappings, exchangeListeners));
  }

  private static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static int checked(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535; 0 is any free one.");
    }
    return port;
  }
}
