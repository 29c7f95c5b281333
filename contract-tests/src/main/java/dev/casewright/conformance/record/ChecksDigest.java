package dev.casewright.conformance.record;

import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** Tells one state of the checks from another. */
public final class ChecksDigest {

  private ChecksDigest() {}

  /**
   * The digest of all checks and of what they are made with.
   *
   * @return SHA-256 over their byte code, in hexadecimal digits
   */
  public static String current() {
    MessageDigest digest = sha256();
    Stream.concat(Stream.of("target"), Stream.of(Api.values()).map(Api::id))
        .map(name -> "dev.casewright.conformance." + name)
        .flatMap(
            name ->
                ReflectionSupport.findAllClassesInPackage(name, type -> true, each -> true)
                    .stream())
        .sorted(Comparator.comparing(Class::getName))
        .forEach(type -> digest.update(byteCode(type)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] byteCode(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream code = Suite.class.getResourceAsStream(file)) {
      return code.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException("The byte code of the checks cannot be read.", failure);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has SHA-256.", missing);
    }
  }
}
