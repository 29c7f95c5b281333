package dev.casewright.mockserver.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the two certificates of the mock. */
final class CertificateMaker {

  /** An authority whose key may lie on a disk must not live long. */
  static final Duration LIFETIME = Duration.ofDays(90);

  private static final Duration CLOCK_SKEW = Duration.ofHours(1);
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final String CA_NAME = "CN=Casewright development CA (%s), O=Casewright";
  private static final X500Name LEAF_NAME = new X500Name("CN=localhost, O=Casewright");
  private static final byte[] IPV4_LOOPBACK_ONLY = {127, 0, 0, 1, -1, -1, -1, -1};

  private final List<HostName> hosts;
  private final Clock clock;
  private final SecureRandom random;

  /** For loopback names and, if there are any, for the given hosts. */
  CertificateMaker(Collection<HostName> hosts, Clock clock, SecureRandom random) {
    this.hosts = List.copyOf(hosts);
    this.clock = clock;
    this.random = random;
  }

  KeyAndCertificate authority() {
    try {
      KeyPair pair = keyPair();
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X500Name name =
          new X500Name(
              String.format(
                  Locale.ROOT, CA_NAME, hosts.isEmpty() ? "loopback only" : "loopback and hosts"));
      X509v3CertificateBuilder builder = builder(name, name, pair);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
      builder.addExtension(Extension.nameConstraints, true, nothingElse());
      return sign(builder, pair, pair);
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new TlsException("The development CA cannot be made on this Java runtime.", e);
    }
  }

  KeyAndCertificate leaf(KeyAndCertificate authority) {
    try {
      KeyPair pair = keyPair();
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X500Name issuer = new JcaX509CertificateHolder(authority.certificate()).getSubject();
      X509v3CertificateBuilder builder = builder(issuer, LEAF_NAME, pair);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names("127.0.0.1", "::1").toArray(GeneralName[]::new)));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(authority.certificate()));
      return sign(
          builder, new KeyPair(authority.certificate().getPublicKey(), authority.key()), pair);
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new TlsException("The server certificate cannot be made on this Java runtime.", e);
    }
  }

  private KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair) {
    Instant now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, random).add(BigInteger.ONE),
        Date.from(now.minus(CLOCK_SKEW)),
        Date.from(now.plus(LIFETIME).minus(CLOCK_SKEW)),
        subject,
        pair.getPublic());
  }

  /** Whoever trusts this authority trusts it for these names and for nothing else. */
  private NameConstraints nothingElse() {
    byte[] ipv6 = new byte[32];
    ipv6[15] = 1;
    Arrays.fill(ipv6, 16, 32, (byte) -1);
    List<GeneralName> permitted = names();
    permitted.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(IPV4_LOOPBACK_ONLY)));
    permitted.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(ipv6)));
    return new NameConstraints(
        permitted.stream().map(GeneralSubtree::new).toArray(GeneralSubtree[]::new), null);
  }

  private List<GeneralName> names(String... addresses) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    hosts.forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host.text())));
    for (String address : addresses) {
      names.add(new GeneralName(GeneralName.iPAddress, address));
    }
    return names;
  }

  private static KeyAndCertificate sign(
      X509v3CertificateBuilder builder, KeyPair signer, KeyPair subject)
      throws OperatorCreationException, GeneralSecurityException {
    return new KeyAndCertificate(
        subject.getPrivate(),
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signer.getPrivate()))));
  }
}
