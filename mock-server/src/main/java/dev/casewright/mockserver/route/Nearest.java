package dev.casewright.mockserver.route;

import dev.casewright.mockserver.suggestion.EditDistance;
import dev.casewright.openapi.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The operations that a path was perhaps meant for. What it says holds methods, path templates and
 * ids of the contract, and nothing of the path. Immutable.
 */
final class Nearest {

  /** More to choose from would not help. */
  private static final int MOST = 3;

  /** If more than this part of a path has to be changed, it was meant for something else. */
  private static final double FARTHEST = 0.5;

  /** Of two templates that fit alike, the one with more of the fixed text is nearer. */
  private static final double OF_A_VARIABLE = 0.2;

  /** More than to leave one out: a word too many is a likelier slip. */
  private static final double OF_ANOTHER_WORD = 1.1;

  /** Longer ones are none of the contract's, and would take their time to be compared. */
  private static final int MOST_SEGMENTS = 20;

  private static final int LONGEST_SEGMENT = 100;

  private final List<Operation> operations;

  Nearest(List<Operation> operations) {
    this.operations = List.copyOf(operations);
  }

  /** The operations nearest to a path, those with its method first; none if all are far. */
  List<Operation> to(String method, String path) {
    List<String> given = segments(path);
    if (given.size() > MOST_SEGMENTS) {
      return List.of();
    }
    double least =
        operations.stream()
            .mapToDouble(operation -> distance(given, operation))
            .min()
            .orElse(Double.MAX_VALUE);
    return least > FARTHEST
        ? List.of()
        : operations.stream()
            .filter(operation -> distance(given, operation) <= least)
            .sorted((one, other) -> Boolean.compare(fits(other, method), fits(one, method)))
            .limit(MOST)
            .toList();
  }

  private static boolean fits(Operation operation, String method) {
    return operation.method().equals(method);
  }

  /** In parts of what both paths have but variables, into which everything fits. */
  private static double distance(List<String> given, Operation operation) {
    List<String> template = segments(operation.path().toString());
    int fixed = operation.path().fixedSegments();
    int variables = template.size() - fixed;
    return EditDistance.between(given, template, Nearest::ofSegments)
        / Math.max(fixed, given.size() - variables);
  }

  private static double ofSegments(String given, String template) {
    if (template.startsWith("{")) {
      return OF_A_VARIABLE;
    }
    if (given.length() > LONGEST_SEGMENT) {
      return OF_ANOTHER_WORD;
    }
    String small = given.toLowerCase(Locale.ROOT);
    double slips = EditDistance.ofTexts(small, template);
    if (slips <= FARTHEST) {
      return slips;
    }
    return template.startsWith(small) ? FARTHEST : OF_ANOTHER_WORD;
  }

  /** Without empty ones: a doubled slash is a slip too. */
  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }
}
