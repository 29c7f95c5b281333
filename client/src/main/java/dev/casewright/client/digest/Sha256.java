package dev.casewright.client.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every JDK has. */
public final class Sha256 {
  private Sha256() {}

  /**
   * Begins a digest.
   *
   * @return a digest of nothing so far, to be used by one thread
   */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("Every JDK has SHA-256.", never);
    }
  }

  /**
   * The digest of some bytes.
   *
   * @param bytes the bytes
   * @return its 32 bytes
   */
  public static byte[] of(byte[] bytes) {
    return begin().digest(bytes);
  }
}
