package dev.casewright.mockserver.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A development CA that is kept in a folder, so that clients need to be told of it only once. */
final class KeptAuthority {

  private static final String KEY_FILE = "casewright-ca-key.pem";
  private static final String CERTIFICATE_FILE = "casewright-ca.pem";

  private final Path folder;
  private final Clock clock;

  KeptAuthority(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The kept authority; nothing if none is kept or it has expired. */
  Optional<KeyAndCertificate> load() {
    Path keyFile = folder.resolve(KEY_FILE);
    Path certificateFile = folder.resolve(CERTIFICATE_FILE);
    if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
      return Optional.empty();
    }
    try {
      PrivateKey key = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parse(keyFile));
      KeyAndCertificate kept =
          new KeyAndCertificate(
              key,
              new JcaX509CertificateConverter()
                  .getCertificate((X509CertificateHolder) parse(certificateFile)));
      boolean expired = clock.instant().isAfter(kept.certificate().getNotAfter().toInstant());
      return expired ? Optional.empty() : Optional.of(kept);
    } catch (IOException | GeneralSecurityException | ClassCastException e) {
      throw new TlsException(
          "The CA kept in --ca-dir cannot be read. Empty that folder to have a new one made.", e);
    }
  }

  void save(KeyAndCertificate authority) {
    try {
      Files.createDirectories(folder);
      write(folder.resolve(KEY_FILE), Pem.of("PRIVATE KEY", authority.key().getEncoded()));
      Files.writeString(folder.resolve(CERTIFICATE_FILE), Pem.of(authority.certificate()));
    } catch (IOException e) {
      throw new TlsException(
          "The CA cannot be kept in --ca-dir. Name a folder that can be written to.", e);
    }
  }

  /** The file is made with its permissions, so that the key is never readable by others. */
  private static void write(Path file, String pem) throws IOException {
    Files.deleteIfExists(file);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
      channel.write(ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  private static Object parse(Path file) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
      return parser.readObject();
    }
  }
}
