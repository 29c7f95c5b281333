package dev.casewright.conformance.report;

/** Text that every format can hold. */
final class Plain {

  private Plain() {}

  /** The text without characters that XML 1.0 does not allow; lines and tabs stay. */
  static String text(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(each -> isAllowed(each) ? each : '?').forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The text with a question mark for each character that is not ASCII, and for control signs. */
  static String ascii(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character >= 0x20 && character <= 0xd7ff
        || character >= 0xe000 && character <= 0xfffd
        || character >= 0x10000;
  }
}
