package dev.casewright.mockserver.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where notices are sent to. Its secret never leaves it. Immutable. */
public final class WebhookTarget {

  private static final String ALGORITHM = "HmacSHA256";

  private final String id;
  private final URI url;
  private final byte[] secret;

  WebhookTarget(String id, URI url, String secret) {
    this.id = id;
    this.url = url;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Its id.
   *
   * @return a number within the server
   */
  public String id() {
    return id;
  }

  /**
   * Its address.
   *
   * @return an address with http or https
   */
  public URI url() {
    return url;
  }

  /** The signature of a body. The vendor's own, if there is one, is not public. */
  String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no " + ALGORITHM + ".", e);
    }
  }

  @Override
  public String toString() {
    return "target " + id;
  }
}
