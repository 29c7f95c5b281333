package dev.casewright.mockserver.transport;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import dev.casewright.mockserver.mapping.MappingCheck;
import dev.casewright.mockserver.mapping.MappingFiles;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.tls.DevelopmentCa;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.MimeTypes;

/** The running front: WireMock with one stub for each door, behind three listeners. Thread-safe. */
public final class HttpFront implements AutoCloseable {

  private final WireMockServer wireMock;
  private final Listeners listeners;
  private boolean open = true;

  private HttpFront(WireMockServer wireMock, Listeners listeners) {
    this.wireMock = wireMock;
    this.listeners = listeners;
  }

  /**
   * Loads what takes long the first time: Jetty asks the JDK for all its locales. May be called
   * before {@link #open}, by another thread.
   */
  public static void prepare() {
    MimeTypes.isKnownLocale(Locale.ROOT);
  }

  /**
   * Opens the listeners.
   *
   * @param addresses where to listen
   * @param ca has the key and certificate for TLS
   * @param doors which requests the contracts answer
   * @param way answers them
   * @param scheduler lets answers wait
   * @param mappings the mappings of users
   * @param check holds answers of users' mappings against the contract
   * @param protection what keeps it from harm
   * @return the running front
   * @throws PortTakenException if one of the addresses cannot be listened on
   */
  public static HttpFront open(
      Addresses addresses,
      DevelopmentCa ca,
      Collection<Door> doors,
      RequestWay way,
      Scheduler scheduler,
      MappingFiles mappings,
      MappingCheck check,
      Protection protection) {
    String keyPassword = UUID.randomUUID().toString();
    Courier courier = new Courier(scheduler);
    DoorStubs stubs = new DoorStubs(doors, mappings);
    AtomicReference<Listeners> made = new AtomicReference<>();
    HttpServerFactory factory =
        (options, admin, stubHandler) -> {
          made.set(
              new Listeners(
                  addresses,
                  protection.limits(),
                  courier,
                  ca.serverKeyStore(keyPassword.toCharArray()),
                  keyPassword,
                  (listeners, connections) ->
                      new FrontHandler(
                          new AdminGuard(addresses.bind(), protection.admin()),
                          listeners,
                          way,
                          new UserStubs(stubs, admin, stubHandler, courier),
                          courier,
                          connections,
                          protection.limits())));
          return made.get();
        };
    WireMockConfiguration configuration =
        wireMockConfig()
            .httpDisabled(true)
            .httpServerFactory(factory)
            .httpClientFactory(HttpFront::client)
            .mappingSource(stubs)
            .disableRequestJournal()
            .stubRequestLoggingDisabled(true)
            .gzipDisabled(true)
            .notifier(new SilentNotifier())
            .extensions(stubs, new StubIdRemover(), new UserStubCheck(check));
    mappings
        .folder()
        .ifPresent(folder -> configuration.usingFilesUnderDirectory(folder.toString()));
    WireMockServer wireMock = new WireMockServer(configuration);
    try {
      wireMock.start();
    } catch (RuntimeException e) {
      stopWhatStarted(wireMock, e);
      throw told(e);
    }
    return new HttpFront(wireMock, made.get());
  }

  /** Only mappings that pass requests on need a client, which takes a while to make. */
  private static HttpClient client(
      Options options, boolean trustAll, List<String> trusted, boolean systemProperties) {
    return new LazyHttpClient(
        () ->
            new ApacheHttpClientFactory()
                .buildHttpClient(options, trustAll, trusted, systemProperties));
  }

  /**
   * The port of both APIs with TLS.
   *
   * @return a port
   */
  public int httpsPort() {
    return listeners.httpsPort();
  }

  /**
   * The port that answers with redirects only.
   *
   * @return a port
   */
  public int redirectPort() {
    return listeners.port();
  }

  /**
   * The port of both APIs without TLS.
   *
   * @return a port; nothing if there is none
   */
  public OptionalInt plainPort() {
    return listeners.plainPort();
  }

  /**
   * Stops listening, sends late answers at once and drops stalled ones, lets the requests in flight
   * be answered, within the time that the limits give, and closes all connections; returns when
   * that is done.
   */
  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    listeners.finish();
    wireMock.stop();
  }

  /**
   * Jetty complains when it is stopped after half a start; what stopped the start is told instead.
   */
  private static void stopWhatStarted(WireMockServer wireMock, RuntimeException reason) {
    try {
      wireMock.stop();
    } catch (Exception complaint) {
      reason.addSuppressed(complaint);
    }
  }

  private static RuntimeException told(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortTakenException) {
        return (PortTakenException) cause;
      }
    }
    return e;
  }
}
