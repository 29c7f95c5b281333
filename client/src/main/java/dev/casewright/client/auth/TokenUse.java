package dev.casewright.client.auth;

import dev.casewright.client.time.Deadline;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a client has seen of a token. Thread-safe. */
final class TokenUse {
  private final Token token;
  private final Deadline young;
  private final AtomicBoolean refusalIsNew = new AtomicBoolean(true);
  private volatile boolean worked;

  TokenUse(Token token, Deadline young) {
    this.token = token;
    this.young = young;
  }

  boolean isOf(Token other) {
    return token.equals(other);
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
