package dev.casewright.mockserver.seed;

import java.nio.charset.StandardCharsets;

/**
 * A text that every patient of the pack {@code large} has. Written by hand and in ASCII, since a
 * first search writes those of all patients.
 */
enum PatientText {
  /** The accession, which is also the stem of the names of the family's samples. */
  ACCESSION("CW-L0000000") {
    @Override
    int write(int patient, Dice dice, byte[] buffer) {
      return writeNumber(patient, buffer);
    }
  },
  SAMPLE("CW-L0000000-P") {
    @Override
    int write(int patient, Dice dice, byte[] buffer) {
      return writeNumber(patient, buffer);
    }
  },
  /** A number of 36 bits to the base of 36, without zeros in front. */
  EXTERNAL_ID("EXT-0000000") {
    @Override
    int write(int patient, Dice dice, byte[] buffer) {
      int place = buffer.length;
      long left = dice.hash(patient, OUTSIDE) >>> 28;
      do {
        buffer[--place] = DIGITS[(int) (left % DIGITS.length)];
        left /= DIGITS.length;
      } while (left > 0);
      place -= EXTERNAL.length;
      System.arraycopy(EXTERNAL, 0, buffer, place, EXTERNAL.length);
      return place;
    }
  };

  private static final int OUTSIDE = 6;
  private static final byte[] EXTERNAL = bytes("EXT-");
  private static final byte[] DIGITS = bytes("0123456789abcdefghijklmnopqrstuvwxyz");
  private static final int FIRST_OF_NUMBER = "CW-L".length();
  private static final int LAST_OF_NUMBER = "CW-L000000".length();

  private final byte[] form;

  PatientText(String form) {
    this.form = bytes(form);
  }

  /** A new array of the length of the longest of these texts, with what they have in common. */
  byte[] buffer() {
    return form.clone();
  }

  /**
   * Writes the text of a patient, up to the end of the buffer.
   *
   * @param buffer a buffer of this text, new or with the text of another patient
   * @return where the text begins
   */
  abstract int write(int patient, Dice dice, byte[] buffer);

  String of(int patient, Dice dice) {
    byte[] buffer = buffer();
    int from = write(patient, dice, buffer);
    return new String(buffer, from, buffer.length - from, StandardCharsets.ISO_8859_1);
  }

  /** Patients are counted from 1 on. All digits, so that nothing of another patient is left. */
  private static int writeNumber(int patient, byte[] buffer) {
    int left = patient + 1;
    for (int place = LAST_OF_NUMBER; place >= FIRST_OF_NUMBER; place--) {
      buffer[place] = (byte) ('0' + left % 10);
      left /= 10;
    }
    return 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
