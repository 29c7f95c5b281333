package dev.casewright.mockserver.suggestion;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** How much has to be changed to make one thing of another (Levenshtein). */
public final class EditDistance {

  /** Of a name, a larger part than this is not a slip. */
  private static final double LARGEST_SLIP = 0.4;

  private EditDistance() {}

  /**
   * Between two lists. To add or to leave out an element costs 1.
   *
   * @param <T> the type of the elements
   * @param from one list
   * @param to the other one
   * @param replacing what it costs to put the second element in the place of the first, from 0
   * @return the least cost
   */
  public static <T> double between(List<T> from, List<T> to, ToDoubleBiFunction<T, T> replacing) {
    double[] row = new double[to.size() + 1];
    for (int j = 0; j <= to.size(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.size(); i++) {
      double diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.size(); j++) {
        double replaced = diagonal + replacing.applyAsDouble(from.get(i - 1), to.get(j - 1));
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.size()];
  }

  /**
   * Between two texts, in parts of the longer one.
   *
   * @param from one text
   * @param to the other one
   * @return from 0 for the same text to 1 for one that has nothing in common
   */
  public static double ofTexts(String from, String to) {
    int longer = Math.max(from.length(), to.length());
    return longer == 0
        ? 0
        : between(
                from.chars().boxed().toList(),
                to.chars().boxed().toList(),
                (one, other) -> one.equals(other) ? 0 : 1)
            / longer;
  }

  /**
   * The name that was probably meant.
   *
   * @param given what was given
   * @param names all names that there are
   * @return the nearest one; nothing if none is near
   */
  public static Optional<String> nearest(String given, Collection<String> names) {
    return names.stream()
        .filter(name -> ofTexts(given, name) <= LARGEST_SLIP)
        .min(Comparator.comparingDouble(name -> ofTexts(given, name)));
  }
}
