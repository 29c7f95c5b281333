package dev.casewright.mockserver.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whom the mock trusts where it is a client itself. */
public final class ClientTrust {

  private ClientTrust() {}

  /**
   * A context that trusts the authorities of the Java runtime, and perhaps one more.
   *
   * @param own the certificate of the one more
   * @return a new context
   * @throws TlsException if it cannot be made
   */
  public static SSLContext withJdk(Optional<X509Certificate> own) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      if (own.isPresent()) {
        trusted.setCertificateEntry("casewright-ca", own.get());
      }
      int number = 0;
      for (X509Certificate authority : authoritiesOfTheJdk()) {
        trusted.setCertificateEntry("jdk-" + number, authority);
        number++;
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trusted), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsException("A TLS context for webhooks cannot be made.", e);
    }
  }

  private static X509Certificate[] authoritiesOfTheJdk() throws GeneralSecurityException {
    return Arrays.stream(managers(null))
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }

  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
