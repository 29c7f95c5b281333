package dev.casewright.mockserver.seed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * Finds the patients of the pack {@code large} that have a part in a text. To make the texts of a
 * million patients takes longer than a search may, so that each kind of text is written once, when
 * it is first looked for: a row for each patient, 12 bytes for each accession and external id and
 * 14 for each name. Safe for threads.
 */
final class PatientIndex {

  /** Ends each row, and fills up those of shorter texts. Only a part that has it spans two. */
  private static final char END = '\n';

  private final Map<Kind, String> rows = new ConcurrentHashMap<>();
  private final Dice dice;
  private final int patients;

  PatientIndex(Dice dice, int patients) {
    this.dice = dice;
    this.patients = patients;
  }

  /**
   * A search.
   *
   * @param part in small letters if case is ignored
   * @return gives for a patient the first from it on whose text has the part, or how many patients
   *     there are
   */
  IntUnaryOperator search(PatientText text, String part, boolean ignoresCase) {
    if (part.isEmpty()) {
      return patient -> patient;
    }
    String searched = rows.computeIfAbsent(new Kind(text, ignoresCase), this::write);
    int width = width(text);
    return patient -> {
      int found = searched.indexOf(part, patient * width);
      return found < 0 ? patients : found / width;
    };
  }

  private String write(Kind kind) {
    int width = width(kind.text());
    byte[] all = new byte[patients * width];
    byte[] buffer = kind.text().buffer();
    for (int patient = 0; patient < patients; patient++) {
      int from = kind.text().write(patient, dice, buffer);
      int length = buffer.length - from;
      int row = patient * width;
      System.arraycopy(buffer, from, all, row, length);
      Arrays.fill(all, row + length, row + width, (byte) END);
    }
    String rows = new String(all, StandardCharsets.ISO_8859_1);
    return kind.ignoresCase() ? rows.toLowerCase(Locale.ROOT) : rows;
  }

  private static int width(PatientText text) {
    return text.buffer().length + 1;
  }

  private record Kind(PatientText text, boolean ignoresCase) {}
}
