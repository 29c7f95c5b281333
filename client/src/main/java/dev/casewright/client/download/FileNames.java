package dev.casewright.client.download;

import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a file name out of {@code Content-Disposition} and makes it harmless. */
final class FileNames {
  private static final String KEY = "filename=";
  private static final int LONGEST = 120;
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ._()-]");
  private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");

  /** Names that mean a device on Windows, whatever their ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private FileNames() {}

  /**
   * The name in a header. The vendor's client takes everything behind the last {@code filename=}
   * (Opal facts, 2.1.3); quotes around it and a parameter behind closing quotes are borne.
   */
  static Optional<String> in(String contentDisposition) {
    int key = contentDisposition.toLowerCase(java.util.Locale.ROOT).lastIndexOf(KEY);
    if (key < 0) {
      return Optional.empty();
    }
    String name = contentDisposition.substring(key + KEY.length()).strip();
    if (name.startsWith("\"")) {
      int quote = name.indexOf('"', 1);
      name = quote < 0 ? name.substring(1) : name.substring(1, quote);
    }
    return harmless(name);
  }

  private static Optional<String> harmless(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = EDGES.matcher(UNSAFE.matcher(last).replaceAll("_")).replaceAll("");
    if (safe.length() > LONGEST) {
      safe = safe.substring(safe.length() - LONGEST);
    }
    return safe.isBlank() || DEVICE.matcher(safe).matches() ? Optional.empty() : Optional.of(safe);
  }
}
