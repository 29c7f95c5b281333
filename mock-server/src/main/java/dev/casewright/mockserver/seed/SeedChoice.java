package dev.casewright.mockserver.seed;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which seed pack to start with. Immutable. */
public sealed interface SeedChoice {

  /** The pack that a server starts with unless told otherwise. */
  SeedChoice SMALL = new Small();

  /**
   * Reads a choice.
   *
   * @param text {@code small}, {@code empty}, {@code large}, {@code large:SEED}, {@code
   *     large:SEED:REPORTS:CASES}, or the path of a folder, which is not looked into yet
   * @return the choice
   * @throws IllegalArgumentException if the text is neither a name nor a folder, or a size is out
   *     of bounds
   */
  static SeedChoice parse(String text) {
    Matcher large = Large.FORM.matcher(text);
    if (large.matches()) {
      return Large.of(large);
    }
    if (text.equals("small")) {
      return SMALL;
    }
    if (text.equals("empty")) {
      return new Empty();
    }
    return new Folder(folder(text));
  }

  private static Path folder(String text) {
    String asked = "There is no seed pack \"" + text + "\"";
    String known =
        "Give small, empty, large, large:SEED, large:SEED:REPORTS:CASES or the path of a folder.";
    Path folder;
    try {
      folder = Path.of(text);
    } catch (InvalidPathException noPath) {
      throw new IllegalArgumentException(asked + ", which is no path either. " + known, noPath);
    }
    if (text.isBlank() || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          asked + ", and no folder " + folder.toAbsolutePath().normalize() + ". " + known);
    }
    return folder;
  }

  /** The laboratory that this module brings along. */
  record Small() implements SeedChoice {}

  /** An organisation with its users, and nothing else. */
  record Empty() implements SeedChoice {}

  /**
   * As many reports and cases as one likes, computed when they are asked for.
   *
   * @param seed the same number gives the same pack
   * @param reports how many reports
   * @param cases how many cases
   */
  record Large(long seed, int reports, int cases) implements SeedChoice {

    private static final Pattern FORM =
        Pattern.compile("large(?::(\\d{1,18})(?::(\\d{1,7}):(\\d{1,7}))?)?");
    private static final int MOST_REPORTS = 5_000_000;
    private static final int MOST_CASES = 1_000_000;
    private static final int REPORTS = 1_000_000;
    private static final int CASES = 100_000;

    /** Checks the sizes. */
    public Large {
      if (reports < 0 || reports > MOST_REPORTS || cases < 0 || cases > MOST_CASES) {
        throw new IllegalArgumentException(
            "The seed pack large has at most 5000000 reports and 1000000 cases. Ask for fewer.");
      }
    }

    private static Large of(Matcher form) {
      return new Large(
          form.group(1) == null ? 1 : Long.parseLong(form.group(1)),
          form.group(2) == null ? REPORTS : Integer.parseInt(form.group(2)),
          form.group(3) == null ? CASES : Integer.parseInt(form.group(3)));
    }
  }

  /**
   * A folder with the files of a pack.
   *
   * @param path the folder
   */
  record Folder(Path path) implements SeedChoice {}
}
