package dev.casewright.client.json;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads {@code 2031-03-04T09:15:00} and no other form. A formatter does the same, but takes a good
 * part of the time in which a page of a list is read.
 */
final class PlainTime {
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";

  private PlainTime() {}

  /** The time; empty if the text has another form, or names a time that there is none. */
  static Optional<LocalDateTime> of(String text) {
    if (!hasForm(text)) {
      return Optional.empty();
    }
    int year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
    int month = twoDigits(text, 5);
    int day = twoDigits(text, 8);
    int hour = twoDigits(text, 11);
    int minute = twoDigits(text, 14);
    int second = twoDigits(text, 17);
    boolean isTime = hour <= 23 && minute <= 59 && second <= 59;
    return isTime && isDay(year, month, day)
        ? Optional.of(LocalDateTime.of(year, month, day, hour, minute, second))
        : Optional.empty();
  }

  private static boolean hasForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int index = 0; index < FORM.length(); index++) {
      char wanted = FORM.charAt(index);
      char given = text.charAt(index);
      if (wanted == 'd' ? given < '0' || given > '9' : given != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
  }

  private static int twoDigits(String text, int start) {
    return 10 * (text.charAt(start) - '0') + text.charAt(start + 1) - '0';
  }
}
