package dev.casewright.client.micrometer;

import java.util.HashSet;
import java.util.Set;

/** The values of a tag, of which there must not be too many. Thread-safe. */
final class TagValues {
  private static final int MOST = 100;
  private static final String OTHER = "other";

  private final Set<String> known = new HashSet<>();

  /** The value itself, unless it is empty or there are too many before it. */
  synchronized String bounded(String value) {
    boolean isKnown =
        known.contains(value) || !value.isEmpty() && known.size() < MOST && known.add(value);
    return isKnown ? value : OTHER;
  }
}
