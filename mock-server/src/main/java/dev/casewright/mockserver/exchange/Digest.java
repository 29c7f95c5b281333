package dev.casewright.mockserver.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stands for something that must not be kept itself, such as a token or a body. */
public final class Digest {

  private static final String ALGORITHM = "SHA-256";

  private Digest() {}

  /**
   * The digest of some bytes, in the order given.
   *
   * @param parts the bytes
   * @return 64 hexadecimal digits
   */
  public static String of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
      for (byte[] part : parts) {
        // With its length, so that the bounds between parts count.
        digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no " + ALGORITHM + ".", e);
    }
  }

  /**
   * The digest of a text.
   *
   * @param text the text
   * @return 64 hexadecimal digits
   */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
