package dev.casewright.conformance.mask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials of a run. They are masked even where they are words that may be shown. Immutable.
 */
public final class Secrets {

  private static final int LEAST_LENGTH_WITHIN_A_TEXT = 4;

  private final Map<String, String> variables;

  /**
   * Credentials.
   *
   * @param variables the names of the environment variables that hold them, by value
   */
  public Secrets(Map<String, String> variables) {
    this.variables = new LinkedHashMap<>(variables);
    this.variables.remove("");
  }

  Optional<String> variableOf(String value) {
    return Optional.ofNullable(variables.get(value));
  }

  /** Whether a text is a secret, or has one within it. */
  boolean areIn(String text) {
    return variables.keySet().stream()
        .anyMatch(
            secret ->
                text.equals(secret)
                    || secret.length() >= LEAST_LENGTH_WITHIN_A_TEXT && text.contains(secret));
  }

  @Override
  public String toString() {
    return "secrets";
  }
}
