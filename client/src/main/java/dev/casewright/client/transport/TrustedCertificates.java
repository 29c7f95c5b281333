package dev.casewright.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Makes TLS trust certificates of one's own, beside those that the JDK trusts. Host names are
 * checked as ever.
 */
public final class TrustedCertificates {
  private TrustedCertificates() {}

  /**
   * A TLS context that trusts what the JDK trusts, and the certificates of a file.
   *
   * @param pemFile a file with one or more certificates in PEM form
   * @return the context
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public static SSLContext contextWith(Path pemFile) {
    try (InputStream pem = Files.newInputStream(pemFile)) {
      Collection<? extends Certificate> own =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (own.isEmpty()) {
        throw new IllegalArgumentException(
            pemFile + " holds no certificate: give a file in PEM form.");
      }
      List<Certificate> trusted = new ArrayList<>(own);
      trusted.addAll(trustedByTheJdk());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managersFor(storeOf(trusted)), null);
      return context;
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalArgumentException(
          pemFile + " cannot be read as certificates: give a file in PEM form.", failure);
    }
  }

  private static List<X509Certificate> trustedByTheJdk() throws GeneralSecurityException {
    List<X509Certificate> trusted = new ArrayList<>();
    for (TrustManager manager : managersFor(null)) {
      if (manager instanceof X509TrustManager authorities) {
        trusted.addAll(List.of(authorities.getAcceptedIssuers()));
      }
    }
    return trusted;
  }

  private static KeyStore storeOf(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int index = 0; index < certificates.size(); index++) {
      store.setCertificateEntry("trusted-" + index, certificates.get(index));
    }
    return store;
  }

  private static TrustManager[] managersFor(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
