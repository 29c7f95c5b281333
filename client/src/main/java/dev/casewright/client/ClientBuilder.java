package dev.casewright.client;

import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.HttpProxy;
import dev.casewright.client.transport.SizeLimits;
import dev.casewright.client.transport.Timeouts;
import dev.casewright.client.waiting.PollPolicy;
import feign.Client;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What can be set of both clients. Got from {@code OpalClient.builder()} or {@code
 * EmedgeneClient.builder()}; not to be implemented by applications. Not thread-safe; the clients
 * that it builds are.
 *
 * @param <B> the builder itself
 */
public interface ClientBuilder<B extends ClientBuilder<B>> {
  /**
   * Where the server is. Required.
   *
   * @param url the address, with https
   * @return this builder
   */
  B baseUrl(URI url);

  /**
   * Trusts the certificates of a file, beside those that the JDK trusts. Reads the file at once.
   * May be called for several files.
   *
   * @param pemFile a file with one or more certificates in PEM form
   * @return this builder
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  B trustedCertificate(Path pemFile);

  /**
   * Shows a certificate to servers that ask who is there (mutual TLS). Reads the file at once.
   *
   * @param pkcs12File a PKCS #12 file with a private key and its certificates
   * @param password the password of the file; not kept, so that it may be cleared afterwards
   * @return this builder
   * @throws IllegalArgumentException if the file cannot be opened or holds no private key
   */
  B clientCertificate(Path pkcs12File, char[] password);

  /**
   * Uses a TLS context of one's own, in place of {@link #trustedCertificate(Path)} and {@link
   * #clientCertificate(Path, char[])}.
   *
   * @param context the context
   * @return this builder
   * @throws IllegalStateException if certificates were given before
   */
  B sslContext(SSLContext context);

  /**
   * Goes through a proxy. Unless set, the settings of the JVM count, such as {@code
   * https.proxyHost}.
   *
   * @param way the proxy
   * @return this builder
   */
  B proxy(HttpProxy way);

  /**
   * How large bodies may be; {@link SizeLimits#defaults()} unless set.
   *
   * @param limits the sizes
   * @return this builder
   */
  B sizeLimits(SizeLimits limits);

  /**
   * Allows a base URL with plain http, if its host is this machine ({@code localhost}, {@code
   * 127.x.y.z} or {@code [::1]}). For tests.
   *
   * @return this builder
   */
  B allowPlainHttpOnLoopback();

  /**
   * How long calls may take; {@link Timeouts#defaults()} unless set.
   *
   * @param limits the times
   * @return this builder
   */
  B timeouts(Timeouts limits);

  /**
   * The time for a whole call, from its start to the last byte of the answer; 60 seconds unless
   * set.
   *
   * @param time a positive time
   * @return this builder
   */
  B timeout(Duration time);

  /**
   * When calls that may be repeated are repeated; {@link RetryPolicy#defaults()} unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  B retry(RetryPolicy policy);

  /**
   * How often something that is waited for is read; {@link PollPolicy#defaults()} unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  B polling(PollPolicy policy);

  /**
   * Tells somebody of every call and attempt, without content, in addition to the log.
   *
   * @param told who is told; thread-safe
   * @return this builder
   */
  B observer(CallObserver told);

  /**
   * Tells somebody of what the server sends that the contract does not know, without any value:
   * {@link dev.casewright.client.drift.LoggingDriftListener} or one of your own. Answers are not
   * looked through unless this is set; what is set last counts.
   *
   * @param told who is told; thread-safe
   * @return this builder
   */
  B drift(DriftListener told);

  /**
   * Names the program that uses the client in {@code User-Agent}, for the operators of the server.
   *
   * @param name the name, of letters, digits and {@code ! # $ % & ' * + - . ^ _ ` | ~}, at most 60
   *     of them
   * @param version the version, of the same
   * @return this builder
   * @throws IllegalArgumentException if one of them cannot stand in the header
   */
  B application(String name, String version);

  /**
   * Refuses every call that the contract does not call a reading, before anything is sent, with a
   * {@link dev.casewright.client.error.ReadOnlyException}. That includes the dry run of a case,
   * since a server that does not know of dry runs would create the case; and the reports of
   * Emedgene, which the server makes when they are asked for. Logging in is allowed.
   *
   * @return this builder
   */
  B readOnly();

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
  B transport(Client client);

  /**
   * Takes time from somewhere else. For tests.
   *
   * @param otherTicker tells how time passes
   * @param otherSleeper lets time pass
   * @return this builder
   */
  B time(Ticker otherTicker, Sleeper otherSleeper);

  /**
   * Takes the date from somewhere else. For tests.
   *
   * @param otherClock tells the date
   * @return this builder
   */
  B clock(Clock otherClock);

  /**
   * Draws waits from somewhere else. For tests.
   *
   * @param otherRandom draws; thread-safe
   * @return this builder
   */
  B random(RandomGenerator otherRandom);
}
