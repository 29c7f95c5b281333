package dev.casewright.client.setup;

import dev.casewright.client.ClientBuilder;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.ForeignTransport;
import dev.casewright.client.call.Lifetime;
import dev.casewright.client.call.Limits;
import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.HttpProxy;
import dev.casewright.client.transport.JdkTransport;
import dev.casewright.client.transport.SizeLimits;
import dev.casewright.client.transport.Timeouts;
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
 * What the builders of both clients are told, and how a connection comes of it. To be used by one
 * thread.
 *
 * @param <B> the builder that it is a part of
 */
public abstract class ClientSetup<B extends ClientBuilder<B>> implements ClientBuilder<B> {
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
  protected ClientSetup() {}

  @Override
  public final B baseUrl(URI url) {
    this.baseUrl = Objects.requireNonNull(url, "url");
    return self();
  }

  @Override
  public final B trustedCertificate(Path pemFile) {
    this.tls = tls.trusting(pemFile);
    return self();
  }

  @Override
  public final B clientCertificate(Path pkcs12File, char[] password) {
    this.tls = tls.identifiedBy(pkcs12File, password);
    return self();
  }

  @Override
  public final B sslContext(SSLContext context) {
    this.tls = tls.replacedBy(Objects.requireNonNull(context, "context"));
    return self();
  }

  @Override
  public final B proxy(HttpProxy way) {
    this.proxy = Objects.requireNonNull(way, "way");
    return self();
  }

  @Override
  public final B sizeLimits(SizeLimits limits) {
    this.sizes = Objects.requireNonNull(limits, "limits");
    return self();
  }

  @Override
  public final B allowPlainHttpOnLoopback() {
    this.plainHttpOnLoopback = true;
    return self();
  }

  @Override
  public final B timeouts(Timeouts limits) {
    this.timeouts = Objects.requireNonNull(limits, "limits");
    return self();
  }

  @Override
  public final B timeout(Duration time) {
    return timeouts(timeouts.withTotal(time));
  }

  @Override
  public final B retry(RetryPolicy policy) {
    this.retry = Objects.requireNonNull(policy, "policy");
    return self();
  }

  @Override
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

  @Override
  public final B observer(CallObserver told) {
    this.observer = Observers.both(observer, Objects.requireNonNull(told, "told"));
    return self();
  }

  @Override
  public final B drift(DriftListener told) {
    this.drift = Objects.requireNonNull(told, "told");
    return self();
  }

  @Override
  public final B application(String name, String version) {
    this.application = Optional.of(UserAgent.product(name, version));
    return self();
  }

  @Override
  public final B readOnly() {
    this.readOnly = true;
    return self();
  }

  @Override
  public final B transport(Client client) {
    this.transport = Objects.requireNonNull(client, "client");
    return self();
  }

  @Override
  public final B time(Ticker otherTicker, Sleeper otherSleeper) {
    this.ticker = Objects.requireNonNull(otherTicker, "otherTicker");
    this.sleeper = Objects.requireNonNull(otherSleeper, "otherSleeper");
    return self();
  }

  @Override
  public final B clock(Clock otherClock) {
    this.clock = Objects.requireNonNull(otherClock, "otherClock");
    return self();
  }

  @Override
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
    if (transport != null) {
      return new Connection(
          checked,
          limited(lifetime, new ForeignTransport(transport)),
          () -> lifetime.end(() -> {}),
          settings);
    }
    JdkTransport own =
        new JdkTransport(timeouts, tls.context(), ticker, Optional.ofNullable(proxy));
    return new Connection(
        checked, limited(lifetime, own), () -> lifetime.end(own::close), settings);
  }

  private Client limited(Lifetime lifetime, Client sender) {
    return lifetime.over(new Limits(sender, sizes));
  }
}
