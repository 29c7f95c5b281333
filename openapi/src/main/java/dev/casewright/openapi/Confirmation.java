package dev.casewright.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * That a run of the conformance suite found a requirement kept by a server of the vendor.
 *
 * @param requirement the id of the requirement
 * @param day the day of the run, in UTC
 * @param suite the digest of the suite, in hexadecimal digits
 */
public record Confirmation(String requirement, LocalDate day, String suite) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,64}");
  private static final Pattern ID = Pattern.compile("[A-Z]+(-[A-Z0-9]+)+");

  /**
   * Makes sure that nothing else stands in it, such as the name of a laboratory.
   *
   * @throws IllegalArgumentException if the id or the digest is none
   */
  public Confirmation {
    if (requirement == null || !ID.matcher(requirement).matches()) {
      throw new IllegalArgumentException("A confirmation needs the id of a requirement.");
    }
    if (day == null || suite == null || !DIGEST.matcher(suite).matches()) {
      throw new IllegalArgumentException(
          "The confirmation of "
              + requirement
              + " needs a day and the suite's digest: 8 to 64 hexadecimal digits, in small letters.");
    }
  }

  @JsonCreator
  static Confirmation read(
      @JsonProperty("requirement") String requirement,
      @JsonProperty("day") String day,
      @JsonProperty("suite") String suite) {
    try {
      return new Confirmation(requirement, day == null ? null : LocalDate.parse(day), suite);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException(
          "The day of " + requirement + " must be one such as 2031-03-04.", notADay);
    }
  }
}
