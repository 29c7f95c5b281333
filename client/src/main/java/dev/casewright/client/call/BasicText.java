package dev.casewright.client.call;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Writes credentials as HTTP Basic has them, in UTF-8 (RFC 7617). */
public final class BasicText {
  private BasicText() {}

  /**
   * The value of a header. What it is made of is overwritten; the text itself cannot be.
   *
   * @param user the name of the user, without a colon
   * @param password the password; left as it is
   * @return the value
   */
  public static String of(String user, char[] password) {
    CharBuffer text = CharBuffer.allocate(user.length() + 1 + password.length);
    text.put(user).put(':').put(password).flip();
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    byte[] octets = new byte[bytes.remaining()];
    bytes.get(octets);
    try {
      return "Basic " + Base64.getEncoder().encodeToString(octets);
    } finally {
      Arrays.fill(octets, (byte) 0);
      Arrays.fill(bytes.array(), (byte) 0);
      Arrays.fill(text.array(), '\0');
    }
  }
}
