package dev.casewright.conformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whom to trust: the roots of the JDK, and those of a file. */
final class Trust {

  private Trust() {}

  static SSLContext with(Optional<Path> roots) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      List<Certificate> all = new ArrayList<>(rootsOfTheJdk());
      roots.ifPresent(file -> all.addAll(read(file)));
      for (int i = 0; i < all.size(); i++) {
        store.setCertificateEntry("root" + i, all.get(i));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException("The JDK cannot set up TLS.", failure);
    }
  }

  private static Collection<X509Certificate> rootsOfTheJdk() throws GeneralSecurityException {
    List<X509Certificate> roots = new ArrayList<>();
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        roots.addAll(List.of(known.getAcceptedIssuers()));
      }
    }
    return roots;
  }

  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static Collection<? extends Certificate> read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (read.isEmpty()) {
        throw new UsageException("The file of --ca holds no certificate. Give a PEM file.");
      }
      return read;
    } catch (CertificateException | IOException failure) {
      throw new UsageException(
          "The file of --ca cannot be read as certificates ("
              + failure.getClass().getSimpleName()
              + "). Give a PEM file.");
    }
  }
}
