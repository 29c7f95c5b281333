package dev.casewright.mockserver.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as HTTP writes them in headers (RFC 9110, 5.6.7) and Emedgene in its answers, such as
 * {@code Mon, 06 Jan 2031 09:30:00 GMT}.
 */
public final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /**
   * A time as text.
   *
   * @param time the time; what it has beyond whole seconds is left out
   * @return the text
   */
  public static String format(Instant time) {
    return FORMAT.format(time);
  }

  /**
   * A time out of text.
   *
   * @param text what {@link #format} gives
   * @return the time
   * @throws java.time.format.DateTimeParseException if the text is not such a time
   */
  public static Instant parse(String text) {
    return FORMAT.parse(text, Instant::from);
  }
}
