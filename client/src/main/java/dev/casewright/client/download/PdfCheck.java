package dev.casewright.client.download;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Looks at both ends of a PDF as it passes by: a page of HTML has another beginning, and a PDF that
 * was cut off has another end. To be used by one thread.
 */
final class PdfCheck implements BodyCheck {
  private static final String START = "%PDF-";
  private static final String END = "%%EOF";

  /** Readers of PDF look for the end mark in the last KiB. */
  private static final int TAIL = 1024;

  private final byte[] start = new byte[START.length()];
  private final byte[] tail = new byte[2 * TAIL];
  private int startLength;
  private int tailLength;

  @Override
  public void add(byte[] bytes, int offset, int count) {
    int more = Math.min(count, start.length - startLength);
    System.arraycopy(bytes, offset, start, startLength, more);
    startLength += more;
    int kept = Math.min(count, TAIL);
    if (tailLength + kept > tail.length) {
      System.arraycopy(tail, tailLength - TAIL, tail, 0, TAIL);
      tailLength = TAIL;
    }
    System.arraycopy(bytes, offset + count - kept, tail, tailLength, kept);
    tailLength += kept;
  }

  @Override
  public Optional<String> problemSoFar() {
    return START.startsWith(new String(start, 0, startLength, StandardCharsets.ISO_8859_1))
        ? Optional.empty()
        : Optional.of("a PDF has to begin with %PDF-");
  }

  @Override
  public Optional<String> problem() {
    if (startLength < START.length()) {
      return Optional.of("a PDF has to begin with %PDF-, and the answer is shorter than that");
    }
    int from = Math.max(0, tailLength - TAIL);
    String end = new String(tail, from, tailLength - from, StandardCharsets.ISO_8859_1);
    return end.contains(END)
        ? problemSoFar()
        : Optional.of(
            "a PDF has to have %%EOF within its last 1024 bytes; this one was cut off or damaged");
  }
}
