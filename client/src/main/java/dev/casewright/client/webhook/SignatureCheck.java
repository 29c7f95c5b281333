package dev.casewright.client.webhook;

import java.util.List;
import java.util.Map;

/**
 * Tells whether a notice comes from who it seems to come from. What the vendor signs with, if it
 * does, is not public (Emedgene facts, 4); {@link HmacSha256Signature} is a common way. Has to be
 * thread-safe, and to compare in a time that does not depend on the values.
 */
@FunctionalInterface
public interface SignatureCheck {
  /**
   * Checks a notice.
   *
   * @param headers the headers as they came; find names in them without regard to upper and lower
   *     case
   * @param body the body as it came
   * @return true if the signature is right; false if it is wrong or missing
   */
  boolean isGenuine(Map<String, List<String>> headers, byte[] body);
}
