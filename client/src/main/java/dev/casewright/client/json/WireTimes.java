package dev.casewright.client.json;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The three forms of a time on the wire, read and written exactly.
 *
 * <p>Jackson's own readers bear a zone behind a zone-less time, missing seconds and fractions;
 * these do not: what is accepted is written back as the same text.
 */
public final class WireTimes {
  /** Four digits, no sign. */
  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder()
          .appendValue(YEAR, 4)
          .appendPattern("-MM-dd")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  /** Opal: seconds, no fraction, no zone. */
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .append(DAY)
          .appendPattern("'T'HH:mm:ss")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Emedgene: RFC 1123 in GMT. The names are given here, since a locale's short names change
   * between JDKs.
   */
  private static final DateTimeFormatter RFC_1123 =
      new DateTimeFormatterBuilder()
          .appendText(DAY_OF_WEEK, numbered("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
          .appendLiteral(", ")
          .appendValue(DAY_OF_MONTH, 2)
          .appendLiteral(' ')
          .appendText(
              MONTH_OF_YEAR,
              numbered(
                  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                  "Dec"))
          .appendLiteral(' ')
          .appendValue(YEAR, 4)
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private WireTimes() {}

  /**
   * Reads a time without a zone, such as {@code 2031-03-04T09:15:00}.
   *
   * @param text the text
   * @return the time
   * @throws DateTimeException if the text is in any other form
   */
  public static LocalDateTime readLocalDateTime(String text) {
    Optional<LocalDateTime> plain = PlainTime.of(text);
    return plain.isPresent() ? plain.get() : LocalDateTime.parse(text, LOCAL);
  }

  /**
   * Reads an RFC 1123 time in GMT, such as {@code Tue, 04 Mar 2031 09:15:00 GMT}.
   *
   * @param text the text
   * @return the time
   * @throws DateTimeException if the text is in any other form, or names the wrong day of the week
   */
  public static Instant readRfc1123(String text) {
    return LocalDateTime.parse(text, RFC_1123).toInstant(ZoneOffset.UTC);
  }

  /**
   * Reads a day, such as {@code 2031-03-04}. It never meets a zone.
   *
   * @param text the text
   * @return the day
   * @throws DateTimeException if the text is in any other form
   */
  public static LocalDate readLocalDate(String text) {
    return LocalDate.parse(text, DAY);
  }

  /**
   * Writes a time without a zone.
   *
   * @param time the time
   * @return the text
   * @throws IllegalArgumentException if the wire cannot carry the time
   */
  public static String write(LocalDateTime time) {
    writable(time);
    return LOCAL.format(time);
  }

  /**
   * Writes a time as RFC 1123 in GMT.
   *
   * @param time the time
   * @return the text
   * @throws IllegalArgumentException if the wire cannot carry the time
   */
  public static String write(Instant time) {
    LocalDateTime inGmt = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    writable(inGmt);
    return RFC_1123.format(inGmt);
  }

  /**
   * Writes a day.
   *
   * @param day the day
   * @return the text
   * @throws IllegalArgumentException if the wire cannot carry the day
   */
  public static String write(LocalDate day) {
    writable(day.atStartOfDay());
    return DAY.format(day);
  }

  /**
   * Writes a time without a zone for a query, with its fraction of a second if it has one.
   *
   * @param time the time
   * @return the text
   * @throws IllegalArgumentException if the query cannot carry the time
   */
  public static String writeExactly(LocalDateTime time) {
    writableYear(time);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  /**
   * Writes a time with its offset for a query, with its fraction of a second if it has one.
   *
   * @param time the time
   * @return the text
   * @throws IllegalArgumentException if the query cannot carry the time
   */
  public static String writeExactly(OffsetDateTime time) {
    writableYear(time.toLocalDateTime());
    if (time.getOffset().getTotalSeconds() % 60 != 0) {
      throw new UnwritableValueException(
          "The offset of a time has seconds, which this API cannot carry: give it in another one.");
    }
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private static void writable(LocalDateTime time) {
    if (time.getNano() != 0) {
      throw new UnwritableValueException(
          "A time has a fraction of a second, which this API cannot carry:"
              + " truncate it to seconds.");
    }
    writableYear(time);
  }

  private static void writableYear(LocalDateTime time) {
    if (time.getYear() < 0 || time.getYear() > 9999) {
      throw new UnwritableValueException("A year has to have four digits.");
    }
  }

  private static Map<Long, String> numbered(String... names) {
    return IntStream.range(0, names.length)
        .boxed()
        .collect(Collectors.toMap(index -> index + 1L, index -> List.of(names).get(index)));
  }
}
