package dev.casewright.mockserver.deviation;

/** Compares texts as SQL's LIKE does. */
public final class Like {

  private Like() {}

  /**
   * Whether a whole text fits a pattern, in time that grows with their lengths only.
   *
   * @param text the text
   * @param pattern a percent sign stands for any text, an underscore for any character
   * @return true if it fits
   */
  public static boolean matches(String text, String pattern) {
    int at = 0;
    int inPattern = 0;
    int lastPercent = -1;
    int resumeAt = 0;
    while (at < text.length()) {
      char wanted = inPattern < pattern.length() ? pattern.charAt(inPattern) : '\0';
      if (wanted == '%') {
        lastPercent = inPattern++;
        resumeAt = at;
      } else if (inPattern < pattern.length() && (wanted == '_' || wanted == text.charAt(at))) {
        inPattern++;
        at++;
      } else if (lastPercent >= 0) {
        // Back to the last percent sign only, so that no pattern takes long.
        inPattern = lastPercent + 1;
        at = ++resumeAt;
      } else {
        return false;
      }
    }
    return pattern.substring(inPattern).chars().allMatch(rest -> rest == '%');
  }

  /**
   * Whether a part of a text fits a pattern.
   *
   * @param text the text
   * @param pattern a percent sign stands for any text, an underscore for any character
   * @return true if one fits
   */
  public static boolean isIn(String text, String pattern) {
    return matches(text, "%" + pattern + "%");
  }
}
