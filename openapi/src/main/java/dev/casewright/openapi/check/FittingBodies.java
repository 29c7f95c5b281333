package dev.casewright.openapi.check;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON bodies that were found to fit a schema, so that the same answer is not checked again each
 * time it is given. Keeps their digests only, of those that were used last. Thread-safe.
 */
final class FittingBodies {

  private final Map<Key, Boolean> known;

  /** Keeps so many at most. */
  FittingBodies(int most) {
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > most;
          }
        };
  }

  synchronized boolean contains(Key key) {
    return known.get(key) != null;
  }

  synchronized void add(Key key) {
    known.put(key, true);
  }

  /** A body that is to fit a schema. */
  record Key(String schemaPointer, ByteBuffer digest) {

    static Key of(String schemaPointer, byte[] body) {
      try {
        return new Key(
            schemaPointer, ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(body)));
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException("Every JDK has SHA-256.", missing);
      }
    }
  }
}
