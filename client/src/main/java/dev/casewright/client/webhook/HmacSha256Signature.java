package dev.casewright.client.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a header that holds the HMAC-SHA256 of the body under a secret that both sides know, in
 * hexadecimal digits. A signature that is missing, or there twice, is wrong. Immutable and
 * thread-safe; never shows the secret.
 */
public final class HmacSha256Signature implements SignatureCheck {
  private static final String ALGORITHM = "HmacSHA256";

  private final String header;
  private final String prefix;
  private final SecretKeySpec secret;

  /**
   * Creates a check.
   *
   * @param header the name of the header
   * @param prefix what stands before the digits, such as {@code sha256=}; may be empty
   * @param secret the secret, as bytes of UTF-8
   * @throws IllegalArgumentException if the name or the secret is blank
   */
  public HmacSha256Signature(String header, String prefix, String secret) {
    if (header.isBlank()) {
      throw new IllegalArgumentException("The header of the signature has no name: give one.");
    }
    if (secret.isBlank()) {
      throw new IllegalArgumentException(
          "The secret of the signature is blank, so that anybody could sign: give a secret.");
    }
    this.header = header;
    this.prefix = Objects.requireNonNull(prefix, "prefix");
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  @Override
  public boolean isGenuine(Map<String, List<String>> headers, byte[] body) {
    List<String> values =
        headers.entrySet().stream()
            .filter(entry -> header.equalsIgnoreCase(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    return values.size() == 1 && isSignature(values.get(0).strip(), body);
  }

  private boolean isSignature(String value, byte[] body) {
    if (!value.startsWith(prefix)) {
      return false;
    }
    try {
      byte[] given = HexFormat.of().parseHex(value.substring(prefix.length()));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return MessageDigest.isEqual(mac.doFinal(body), given);
    } catch (IllegalArgumentException noDigits) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java runtime has no " + ALGORITHM + ".");
    }
  }

  @Override
  public String toString() {
    return "HMAC-SHA256 in " + header;
  }
}
