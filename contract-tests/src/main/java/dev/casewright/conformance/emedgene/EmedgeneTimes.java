package dev.casewright.conformance.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Points in time as the API writes them. */
final class EmedgeneTimes {

  private static final Pattern RFC_1123 =
      Pattern.compile("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
  private static final DateTimeFormatter NAIVE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private EmedgeneTimes() {}

  /** Whether it is an RFC 1123 text in GMT whose day of the week is right. */
  static boolean isRfc1123InGmt(JsonNode node) {
    if (!node.isTextual() || !RFC_1123.matcher(node.asText()).matches()) {
      return false;
    }
    try {
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(node.asText());
      return true;
    } catch (DateTimeParseException notATime) {
      return false;
    }
  }

  /** Whether it is a day of the calendar. */
  static boolean isDate(JsonNode node) {
    try {
      LocalDate.parse(node.asText());
      return true;
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  /** The point in time in a text, in this form or in that of ISO 8601, cut to seconds. */
  static Optional<Instant> in(JsonNode node) {
    String text = node.asText("");
    return parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
        .or(() -> parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        .or(() -> parse(text + "Z", DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS));
  }

  /** ISO 8601 without a zone, in UTC. */
  static String naive(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(NAIVE);
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeException notThisForm) {
      return Optional.empty();
    }
  }
}
