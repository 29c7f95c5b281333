package dev.casewright.mockserver.deviation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What deviations remember between the calls of a space. It goes when the space is reset and when
 * the deviation is switched off. Thread-safe.
 */
final class Notes {

  private static final int MOST = 10_000;

  private final Map<Owner, Map<String, String>> notes = new HashMap<>();

  /** Reads and changes the notes of one deviation in one space, for one thread at a time. */
  synchronized <T> T work(String space, String requirement, Function<Map<String, String>, T> work) {
    return work.apply(notes.computeIfAbsent(new Owner(space, requirement), owner -> newPage()));
  }

  synchronized void keepOnly(BiPredicate<String, String> spaceAndRequirement) {
    notes.keySet().removeIf(owner -> !spaceAndRequirement.test(owner.space(), owner.requirement()));
  }

  /** Of too many notes the oldest are forgotten. */
  private static Map<String, String> newPage() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
        return size() > MOST;
      }
    };
  }

  private record Owner(String space, String requirement) {}
}
