package dev.casewright.mockserver.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority for development and the server certificate that it signed, both good for
 * at most 90 days and for {@code localhost}, {@code 127.0.0.1}, {@code ::1} and named hosts only.
 * The keys stay in memory unless a folder is named to keep them. Immutable.
 */
public final class DevelopmentCa {

  /** Its keys are never written, so it need not cost thousands of rounds to guess a password. */
  private static final String IN_MEMORY = "JKS";

  private final KeyAndCertificate authority;
  private final KeyAndCertificate leaf;

  private DevelopmentCa(KeyAndCertificate authority, KeyAndCertificate leaf) {
    this.authority = authority;
    this.leaf = leaf;
  }

  /**
   * Makes an authority, or takes the one that is kept.
   *
   * @param folder where to keep it, its key readable by the owner only; nothing to keep it in
   *     memory
   * @param hosts other hosts that it is good for; the key of such an authority is never kept, since
   *     whoever has it can pretend to be these hosts to all who trust it
   * @param clock tells from when on it is good; clients compare with their own clock
   * @param random makes the keys
   * @return the authority with a new server certificate
   * @throws TlsException if the folder cannot be used, or there is one and there are hosts
   */
  public static DevelopmentCa open(
      Optional<Path> folder, Collection<HostName> hosts, Clock clock, SecureRandom random) {
    if (folder.isPresent() && !hosts.isEmpty()) {
      throw new TlsException(
          "--host does not go with --ca-dir: whoever reads the key that is kept there could pretend"
              + " to be "
              + hosts.iterator().next()
              + ". Leave --ca-dir out, and let clients trust the certificate in --ca-out anew after"
              + " each start.");
    }
    CertificateMaker maker = new CertificateMaker(hosts, clock, random);
    Optional<KeptAuthority> kept = folder.map(path -> new KeptAuthority(path, clock));
    KeyAndCertificate authority =
        kept.flatMap(KeptAuthority::load)
            .orElseGet(
                () -> {
                  KeyAndCertificate made = maker.authority();
                  kept.ifPresent(keeper -> keeper.save(made));
                  return made;
                });
    return new DevelopmentCa(authority, maker.leaf(authority));
  }

  /**
   * What clients have to trust.
   *
   * @return the certificate of the authority
   */
  public X509Certificate certificate() {
    return authority.certificate();
  }

  /**
   * The certificate of the authority as PEM.
   *
   * @return the lines of the certificate
   */
  public String certificatePem() {
    return Pem.of(certificate());
  }

  /**
   * Writes the certificate of the authority as PEM, over what was there.
   *
   * @param file the file
   * @throws TlsException if it cannot be written
   */
  public void writeCertificate(Path file) {
    try {
      Files.writeString(file, certificatePem());
    } catch (IOException e) {
      throw new TlsException(
          "The CA certificate cannot be written. Name a file in a folder that can be written to"
              + " with --ca-out.",
          e);
    }
  }

  /**
   * The key and certificate of the server, in memory.
   *
   * @param password protects the key within the store
   * @return a new key store
   */
  public KeyStore serverKeyStore(char[] password) {
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry(
          "server",
          leaf.key(),
          password,
          new Certificate[] {leaf.certificate(), authority.certificate()});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsException("The key store of the server cannot be made.", e);
    }
  }

  /**
   * A context for clients that trusts this authority and nothing else.
   *
   * @return a new context
   */
  public SSLContext clientContext() {
    try {
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("casewright-ca", authority.certificate());
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsException("A TLS context for clients cannot be made.", e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(IN_MEMORY);
    store.load(null, null);
    return store;
  }
}
