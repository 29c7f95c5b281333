package dev.casewright.mockserver.seed;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The mistakes in the files of a seed pack, to be told all at once. Not thread-safe. */
final class Mistakes {

  private static final int MOST_TOLD = 50;

  private final Set<Mistake> found = new TreeSet<>();

  void add(PackFile file, String pointer, String rule) {
    add(file.name(), file.place(pointer), pointer, rule);
  }

  void add(String file, PackFile.Place place, String pointer, String rule) {
    found.add(new Mistake(file, place.line(), place.column(), pointer, rule));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading of a pack that has mistakes.
   *
   * @throws InvalidSeedException with the first of them, by file and line
   */
  void throwIfAny(String pack) {
    if (found.isEmpty()) {
      return;
    }
    String told =
        found.stream()
            .limit(MOST_TOLD)
            .map(mistake -> System.lineSeparator() + "  " + mistake)
            .collect(Collectors.joining());
    String untold =
        found.size() > MOST_TOLD
            ? System.lineSeparator() + "  and " + (found.size() - MOST_TOLD) + " more"
            : "";
    throw new InvalidSeedException(
        "The seed pack " + pack + " has mistakes. Correct them and start again." + told + untold);
  }

  private record Mistake(String file, int line, int column, String pointer, String rule)
      implements Comparable<Mistake> {

    private static final Comparator<Mistake> ORDER =
        Comparator.comparing(Mistake::file)
            .thenComparing(Mistake::line)
            .thenComparing(Mistake::column)
            .thenComparing(Mistake::pointer)
            .thenComparing(Mistake::rule);

    @Override
    public int compareTo(Mistake other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      String where = pointer.isEmpty() ? "" : pointer + " ";
      return file + ":" + line + ":" + column + ": " + where + rule;
    }
  }
}
