package dev.casewright.mockserver.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the letters of a genome and a change in a transcript can be the same change. */
final class Alleles {

  private static final Pattern SUBSTITUTION = Pattern.compile("c\\..*\\d([ACGT])>([ACGT])");
  private static final Pattern DELETION = Pattern.compile("c\\.(\\d+)(?:_(\\d+))?del");

  private Alleles() {}

  /** True also where the change is of a kind that this does not look into. */
  static boolean agree(String hgvs, String ref, String alt) {
    Matcher substitution = SUBSTITUTION.matcher(hgvs);
    if (substitution.matches()) {
      String from = substitution.group(1);
      String to = substitution.group(2);
      return ref.equals(from) && alt.equals(to)
          || ref.equals(opposite(from)) && alt.equals(opposite(to));
    }
    Matcher deletion = DELETION.matcher(hgvs);
    if (deletion.matches()) {
      int first = Integer.parseInt(deletion.group(1));
      int last = deletion.group(2) == null ? first : Integer.parseInt(deletion.group(2));
      return ref.length() - alt.length() == last - first + 1 && ref.startsWith(alt);
    }
    return true;
  }

  private static String opposite(String base) {
    return switch (base) {
      case "A" -> "T";
      case "C" -> "G";
      case "G" -> "C";
      default -> "A";
    };
  }
}
