package dev.casewright.client.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom TLS trusts, and who the client says it is. Authorities of one's own are trusted beside those
 * of the JDK; host names are checked as ever. Immutable and thread-safe.
 */
final class TlsSettings {
  private static final TlsSettings DEFAULTS = new TlsSettings(List.of(), null, null);

  private final List<Certificate> trusted;
  private final KeyManager[] identity;
  private final SSLContext replacement;

  private TlsSettings(List<Certificate> trusted, KeyManager[] identity, SSLContext replacement) {
    this.trusted = trusted;
    this.identity = identity;
    this.replacement = replacement;
  }

  /**
   * What the JDK does.
   *
   * @return settings without anything of one's own
   */
  static TlsSettings defaults() {
    return DEFAULTS;
  }

  /**
   * These, and trust in the certificates of a file. Reads the file at once.
   *
   * @param pemFile a file with one or more certificates in PEM form
   * @return new settings
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   * @throws IllegalStateException if a context of one's own is set
   */
  TlsSettings trusting(Path pemFile) {
    refuseBeside(replacement != null);
    try (InputStream pem = Files.newInputStream(pemFile)) {
      Collection<? extends Certificate> more =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (more.isEmpty()) {
        throw new IllegalArgumentException(
            pemFile + " holds no certificate: give a file in PEM form.");
      }
      List<Certificate> all = new ArrayList<>(trusted);
      all.addAll(more);
      return new TlsSettings(List.copyOf(all), identity, null);
    } catch (NoSuchFileException absent) {
      throw new IllegalArgumentException(
          "There is no file " + pemFile + ": give one with certificates in PEM form.", absent);
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalArgumentException(
          pemFile + " cannot be read as certificates: give a file in PEM form.", failure);
    }
  }

  /**
   * These, and a certificate of the client's own, for servers that ask for one (mutual TLS). Reads
   * the file at once.
   *
   * @param pkcs12File a PKCS #12 file with a private key and its certificates
   * @param password the password of the file and of the key; not kept, so that it may be cleared
   *     afterwards
   * @return new settings
   * @throws IllegalArgumentException if the file cannot be opened or holds no private key
   * @throws IllegalStateException if a context of one's own is set
   */
  TlsSettings identifiedBy(Path pkcs12File, char[] password) {
    refuseBeside(replacement != null);
    try (InputStream in = Files.newInputStream(pkcs12File)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      if (!holdsKey(store)) {
        throw new IllegalArgumentException(
            pkcs12File + " holds no private key: export the key along with its certificate.");
      }
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password);
      return new TlsSettings(trusted, factory.getKeyManagers(), null);
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalArgumentException(
          pkcs12File + " cannot be opened: give a PKCS #12 file and its password.", failure);
    }
  }

  /**
   * A context of one's own in place of these.
   *
   * @param context the context
   * @return new settings
   * @throws IllegalStateException if there are certificates, which it would replace
   */
  TlsSettings replacedBy(SSLContext context) {
    refuseBeside(!trusted.isEmpty() || identity != null);
    return new TlsSettings(List.of(), null, context);
  }

  private static void refuseBeside(boolean other) {
    if (other) {
      throw new IllegalStateException(
          "A TLS context of one's own replaces certificates: call either sslContext(...), or"
              + " trustedCertificate(...) and clientCertificate(...).");
    }
  }

  /**
   * The TLS context.
   *
   * @return the context; empty if nothing was changed
   */
  Optional<SSLContext> context() {
    if (this == DEFAULTS || replacement != null) {
      return Optional.ofNullable(replacement);
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity, trusted.isEmpty() ? null : managersFor(storeOfAll()), null);
      return Optional.of(context);
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException("The JDK cannot make a TLS context.", failure);
    }
  }

  private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return true;
      }
    }
    return false;
  }

  private KeyStore storeOfAll() throws GeneralSecurityException, IOException {
    List<Certificate> all = new ArrayList<>(trusted);
    all.addAll(trustedByTheJdk());
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int index = 0; index < all.size(); index++) {
      store.setCertificateEntry("trusted-" + index, all.get(index));
    }
    return store;
  }

  private static List<X509Certificate> trustedByTheJdk() throws GeneralSecurityException {
    List<X509Certificate> authorities = new ArrayList<>();
    for (TrustManager manager : managersFor(null)) {
      if (manager instanceof X509TrustManager known) {
        authorities.addAll(List.of(known.getAcceptedIssuers()));
      }
    }
    return authorities;
  }

  private static TrustManager[] managersFor(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
