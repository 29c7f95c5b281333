package dev.casewright.mockserver.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the latest things by their digests, and forgets the oldest when they are too many. */
final class Remembered<T> extends LinkedHashMap<String, T> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 1_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
    return size() > MOST;
  }
}
