package dev.casewright.conformance.cli;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.openapi.Requirement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses requirements by patterns. A pattern is an id, a tag or the id of an operation, in upper
 * or lower case, with {@code *} for any text. Tags of a requirement are its API, the group of its
 * id, both together, its evidence and its effect, such as {@code opal}, {@code PDF}, {@code
 * OPAL-PDF}, {@code shown} and {@code read}.
 */
final class Selection {

  private final List<Pattern> only;
  private final List<Pattern> skip;

  private Selection(List<Pattern> only, List<Pattern> skip) {
    this.only = only;
    this.skip = skip;
  }

  /**
   * Reads patterns.
   *
   * @throws UsageException if one of them names nothing
   */
  static Selection of(List<String> only, List<String> skip, RequirementIndex requirements) {
    return new Selection(
        patterns("--only", only, requirements), patterns("--skip", skip, requirements));
  }

  /** Whether a requirement is wanted. */
  boolean has(Requirement requirement) {
    return (only.isEmpty() || isNamed(only, requirement)) && !isNamed(skip, requirement);
  }

  /** The checks of wanted requirements; one that verifies an unwanted one too is not made. */
  Predicate<Check> checks() {
    return check ->
        (only.isEmpty() || check.requirements().stream().anyMatch(each -> isNamed(only, each)))
            && check.requirements().stream().noneMatch(each -> isNamed(skip, each));
  }

  private static boolean isNamed(List<Pattern> patterns, Requirement requirement) {
    return patterns.stream()
        .anyMatch(pattern -> names(requirement).anyMatch(pattern.asMatchPredicate()));
  }

  private static Stream<String> names(Requirement requirement) {
    String[] parts = requirement.id().split("-");
    String api = parts[0].equals("EMG") ? "emedgene" : parts[0];
    return Stream.concat(
        Stream.of(
            requirement.id(),
            api,
            parts[1],
            parts[0] + "-" + parts[1],
            requirement.evidence().toString(),
            requirement.effect().toString()),
        requirement.operations().stream().filter(operation -> !operation.equals("*")));
  }

  private static List<Pattern> patterns(
      String option, List<String> texts, RequirementIndex requirements) {
    Collection<Requirement> all = requirements.all();
    return texts.stream()
        .map(
            text -> {
              Pattern pattern = pattern(text.strip());
              if (all.stream().noneMatch(each -> isNamed(List.of(pattern), each))) {
                throw new UsageException(
                    option
                        + " "
                        + text.strip()
                        + " is no id, tag or operation of any requirement. The command list tells"
                        + " what there is.");
              }
              return pattern;
            })
        .toList();
  }

  private static Pattern pattern(String text) {
    String expression =
        Stream.of(text.toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
            .collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
