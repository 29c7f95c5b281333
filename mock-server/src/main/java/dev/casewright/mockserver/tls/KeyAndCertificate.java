package dev.casewright.mockserver.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A private key and the certificate of its public half.
 *
 * @param key the private key
 * @param certificate the certificate
 */
record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {

  @Override
  public String toString() {
    return "key of " + certificate.getSubjectX500Principal();
  }
}
