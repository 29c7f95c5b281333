package dev.casewright.client.authorization;

import dev.casewright.client.auth.Token;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a client has seen of a token. It holds a digest instead of the token, which is to be gone
 * when the client has forgotten it. Thread-safe.
 */
final class TokenUse {
  private final byte[] digest;
  private final Deadline young;
  private final AtomicBoolean refusalIsNew = new AtomicBoolean(true);
  private volatile boolean worked;

  TokenUse(Token token, Deadline young) {
    this.digest = digestOf(token);
    this.young = young;
  }

  boolean isOf(Token other) {
    return MessageDigest.isEqual(digest, digestOf(other));
  }

  private static byte[] digestOf(Token token) {
    return Sha256.of(token.value().getBytes(StandardCharsets.UTF_8));
  }

  void worked() {
    worked = true;
  }

  /** Older hosts answer an expired token with 403 (Emedgene facts, no. 6). */
  boolean isRefusedBy(int status) {
    return status == 401 || status == 403 && (!worked || young.hasPassed());
  }

  /** True once, for a token that has never worked. */
  boolean isRefusedFromTheStart() {
    return !worked && refusalIsNew.getAndSet(false);
  }
}
