package dev.casewright.client;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.ForeignTransport;
import dev.casewright.client.call.Lifetime;
import dev.casewright.client.call.Limits;
import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.observe.LoggingObserver;
import dev.casewright.client.observe.Observers;
import dev.casewright.client.retry.RetryBudget;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.HttpProxy;
import dev.casewright.client.transport.JdkTransport;
import dev.casewright.client.transport.SizeLimits;
import dev.casewright.client.transport.Timeouts;
import dev.casewright.client.transport.TlsSettings;
import dev.casewright.client.transport.TransportSettings;
import dev.casewright.client.waiting.PollPolicy;
import feign.Client;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What the builders of both clients have in common. Not thread-safe; the clients that it builds
 * are.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private URI baseUrl;
  private boolean plainHttpOnLoopback;
  private TlsSettings tls = TlsSettings.defaults();
  private HttpProxy proxy;
  private SizeLimits sizes = SizeLimits.defaults();
  private Timeouts timeouts = Timeouts.defaults();
  private RetryPolicy retry = RetryPolicy.defaults();
  private PollPolicy polling = PollPolicy.defaults();
  private CallObserver observer = CallObserver.NONE;
  private DriftListener drift = DriftListener.NONE;
  private Optional<String> application = Optional.empty();
  private boolean readOnly;
  private Client transport;
  private Ticker ticker = Ticker.system();
  private Sleeper sleeper;
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();

  /** Creates a builder with the defaults. */
  protected ClientBuilder() {}

  /**
   * Where the server is. Required.
   *
   * @param url the address, with https
   * @return this builder
   */
  public final B baseUrl(URI url) {
    this.baseUrl = Objects.requireNonNull(url, "url");
    return self();
  }

  /**
   * Trusts the certificates of a file, beside those that the JDK trusts. Reads the file at once.
   * May be called for several files.
   *
   * @param pemFile a file with one or more certificates in PEM form
   * @return this builder
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public final B trustedCertificate(Path pemFile) {
    this.tls = tls.trusting(pemFile);
    return self();
  }

  /**
   * Shows a certificate to servers that ask who is there (mutual TLS). Reads the file at once.
   *
   * @param pkcs12File a PKCS #12 file with a private key and its certificates
   * @param password the password of the file; not kept, so that it may be cleared afterwards
   * @return this builder
   * @throws IllegalArgumentException if the file cannot be opened or holds no private key
   */
  public final B clientCertificate(Path pkcs12File, char[] password) {
    this.tls = tls.identifiedBy(pkcs12File, password);
    return self();
  }

  /**
   * Uses a TLS context of one's own, in place of {@link #trustedCertificate(Path)} and {@link
   * #clientCertificate(Path, char[])}.
   *
   * @param context the context
   * @return this builder
   * @throws IllegalStateException if certificates were given before
   */
  public final B sslContext(SSLContext context) {
    this.tls = tls.replacedBy(Objects.requireNonNull(context, "context"));
    return self();
  }

  /**
   * Goes through a proxy. Unless set, the settings of the JVM count, such as {@code
   * https.proxyHost}.
   *
   * @param way the proxy
   * @return this builder
   */
  public final B proxy(HttpProxy way) {
    this.proxy = Objects.requireNonNull(way, "way");
    return self();
  }

  /**
   * How large bodies may be; {@link SizeLimits#defaults()} unless set.
   *
   * @param limits the sizes
   * @return this builder
   */
  public final B sizeLimits(SizeLimits limits) {
    this.sizes = Objects.requireNonNull(limits, "limits");
    return self();
  }

  /**
   * Allows a base URL with plain http, if its host is this machine ({@code localhost}, {@code
   * 127.x.y.z} or {@code [::1]}). For tests.
   *
   * @return this builder
   */
  public final B allowPlainHttpOnLoopback() {
    this.plainHttpOnLoopback = true;
    return self();
  }

  /**
   * How long calls may take; {@link Timeouts#defaults()} unless set.
   *
   * @param limits the times
   * @return this builder
   */
  public final B timeouts(Timeouts limits) {
    this.timeouts = Objects.requireNonNull(limits, "limits");
    return self();
  }

  /**
   * The time for a whole call, from its start to the last byte of the answer; 60 seconds unless
   * set.
   *
   * @param time a positive time
   * @return this builder
   */
  public final B timeout(Duration time) {
    return timeouts(timeouts.withTotal(time));
  }

  /**
   * When calls that may be repeated are repeated; {@link RetryPolicy#defaults()} unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  public final B retry(RetryPolicy policy) {
    this.retry = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /**
   * How often something that is waited for is read; {@link PollPolicy#defaults()} unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  public final B polling(PollPolicy policy) {
    this.polling = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /**
   * How often something that is waited for is read.
   *
   * @return the policy
   */
  protected final PollPolicy polling() {
    return polling;
  }

  /**
   * Tells somebody of every call and attempt, without content, in addition to the log.
   *
   * @param told who is told; thread-safe
   * @return this builder
   */
  public final B observer(CallObserver told) {
    this.observer = Observers.both(observer, Objects.requireNonNull(told, "told"));
    return self();
  }

  /**
   * Tells somebody of what the server sends that the contract does not know, without any value:
   * {@link dev.casewright.client.drift.LoggingDriftListener} or one of your own. Answers are not
   * looked through unless this is set; what is set last counts.
   *
   * @param told who is told; thread-safe
   * @return this builder
   */
  public final B drift(DriftListener told) {
    this.drift = Objects.requireNonNull(told, "told");
    return self();
  }

  /**
   * Names the program that uses the client in {@code User-Agent}, for the operators of the server.
   *
   * @param name the name, of letters, digits and {@code ! # $ % & ' * + - . ^ _ ` | ~}
   * @param version the version, of the same
   * @return this builder
   * @throws IllegalArgumentException if one of them cannot stand in the header
   */
  public final B application(String name, String version) {
    this.application = Optional.of(UserAgent.product(name, version));
    return self();
  }

  /**
   * Refuses every call that the contract does not call a reading, before anything is sent, with a
   * {@link dev.casewright.client.error.ReadOnlyException}. That includes the dry run of a case,
   * since a server that does not know of dry runs would create the case; and the reports of
   * Emedgene, which the server makes when they are asked for. Logging in is allowed.
   *
   * @return this builder
   */
  public final B readOnly() {
    this.readOnly = true;
    return self();
  }

  /**
   * Sends requests with a transport of one's own. It has to leave redirects and compression alone,
   * must not repeat a request, and has to be thread-safe. Of the timeouts, those for connecting and
   * for reading reach it, by {@code Request.Options}; certificates and proxy do not, and the client
   * does not close it. The limits on sizes and the time for a whole call hold with every transport,
   * the latter as often as a part of the answer comes. What it throws, checked or not, is taken for
   * a connection that broke.
   *
   * @param client the transport
   * @return this builder
   */
  public final B transport(Client client) {
    this.transport = Objects.requireNonNull(client, "client");
    return self();
  }

  /**
   * Takes time from somewhere else. For tests.
   *
   * @param otherTicker tells how time passes
   * @param otherSleeper lets time pass
   * @return this builder
   */
  public final B time(Ticker otherTicker, Sleeper otherSleeper) {
    this.ticker = Objects.requireNonNull(otherTicker, "otherTicker");
    this.sleeper = Objects.requireNonNull(otherSleeper, "otherSleeper");
    return self();
  }

  /**
   * Takes the date from somewhere else. For tests.
   *
   * @param otherClock tells the date
   * @return this builder
   */
  public final B clock(Clock otherClock) {
    this.clock = Objects.requireNonNull(otherClock, "otherClock");
    return self();
  }

  /**
   * Draws waits from somewhere else. For tests.
   *
   * @param otherRandom draws; thread-safe
   * @return this builder
   */
  public final B random(RandomGenerator otherRandom) {
    this.random = Objects.requireNonNull(otherRandom, "otherRandom");
    return self();
  }

  /**
   * This builder, by its own type.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Checks what was set, and opens the transport.
   *
   * @return what a client talks to its server through
   * @throws IllegalArgumentException if the base URL or a timeout breaks its rule
   * @throws IllegalStateException if the base URL was not set, or the JVM is told to let the JDK
   *     repeat writes
   */
  protected final Connection connect() {
    if (baseUrl == null) {
      throw new IllegalStateException("The base URL is not set: call baseUrl(...) before build().");
    }
    URI checked = BaseUrl.checked(baseUrl, plainHttpOnLoopback);
    Lifetime lifetime = new Lifetime();
    CallSettings settings =
        new CallSettings(
            timeouts,
            retry,
            Observers.both(new LoggingObserver(), observer),
            drift,
            UserAgent.of(application),
            readOnly,
            ticker,
            sleeper == null ? lifetime.sleeper() : sleeper,
            clock,
            random,
            () -> UUID.randomUUID().toString());
    RetryBudget budget = new RetryBudget(retry.budget());
    if (transport != null) {
      return new Connection(
          checked,
          limited(lifetime, new ForeignTransport(transport)),
          () -> lifetime.end(() -> {}),
          settings,
          budget);
    }
    JdkTransport own =
        new JdkTransport(
            new TransportSettings(timeouts, tls.context(), ticker, Optional.ofNullable(proxy)));
    return new Connection(
        checked, limited(lifetime, own), () -> lifetime.end(own::close), settings, budget);
  }

  private Client limited(Lifetime lifetime, Client sender) {
    return lifetime.over(new Limits(sender, sizes));
  }
}
