package dev.casewright.conformance.canary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names and secrets that the answers or the requests of a run held, and that no file of it may
 * hold, in no usual encoding. Immutable; it never tells them.
 */
public final class Canaries {

  private static final int SHORTEST = 6;

  private final Map<String, Set<String>> forms = new LinkedHashMap<>();

  /**
   * Canaries. What has fewer than six characters is left out: it stands in texts by chance.
   *
   * @param names names of people, samples and cases' texts
   * @param secrets passwords and tokens
   */
  public Canaries(Collection<String> names, Collection<String> secrets) {
    names.forEach(name -> add("name", name));
    secrets.forEach(secret -> add("secret", secret));
  }

  private void add(String kind, String value) {
    if (value.length() >= SHORTEST) {
      forms.merge(
          kind,
          Encodings.of(value),
          (one, other) -> {
            one.addAll(other);
            return one;
          });
    }
  }

  /**
   * Looks for canaries in a text, in upper and lower case, as they are and encoded.
   *
   * @param text the text
   * @return which kind of canary stands there: {@code name} or {@code secret}
   */
  public Optional<String> kindIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return forms.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(lower::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Makes sure that no canary stands in a text.
   *
   * @param name what the text is, such as the name of a file
   * @param text the text
   * @throws LeakException if one does
   */
  public void requireNoneIn(String name, String text) {
    kindIn(text)
        .ifPresent(
            kind -> {
              throw new LeakException(name, kind);
            });
  }

  @Override
  public String toString() {
    return "canaries";
  }
}
