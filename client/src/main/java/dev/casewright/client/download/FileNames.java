package dev.casewright.client.download;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a file name out of {@code Content-Disposition} and makes it harmless. */
final class FileNames {
  private static final String KEY = "filename=";
  private static final int LONGEST = 120;

  /** File systems count bytes; most allow 255. */
  private static final int MOST_BYTES = 240;

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
    int key = contentDisposition.toLowerCase(Locale.ROOT).lastIndexOf(KEY);
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
    String safe = withoutEdges(shortened(UNSAFE.matcher(last).replaceAll("_")));
    return safe.isBlank() || DEVICE.matcher(safe).matches() ? Optional.empty() : Optional.of(safe);
  }

  /** Keeps the end, which says what kind of file it is. */
  private static String shortened(String name) {
    String shorter = withoutEdges(name);
    if (shorter.length() > LONGEST) {
      shorter = shorter.substring(shorter.length() - LONGEST);
    }
    while (bytesOf(shorter) > MOST_BYTES || Character.isLowSurrogate(firstOf(shorter))) {
      shorter = shorter.substring(1);
    }
    return shorter;
  }

  private static String withoutEdges(String name) {
    return EDGES.matcher(name).replaceAll("");
  }

  private static char firstOf(String name) {
    return name.isEmpty() ? ' ' : name.charAt(0);
  }

  private static int bytesOf(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
