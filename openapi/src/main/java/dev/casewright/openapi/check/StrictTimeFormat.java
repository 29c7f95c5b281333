package dev.casewright.openapi.check;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** A format of the contract whose text must be a time that exists. */
final class StrictTimeFormat implements Format {

  /** Zone-less, to the second: {@code 2014-12-02T00:12:10}. */
  static final DateTimeFormatter LOCAL_DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** As in HTTP headers: {@code Tue, 04 Mar 2031 09:15:00 GMT}. */
  static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final String name;
  private final DateTimeFormatter formatter;

  StrictTimeFormat(String name, DateTimeFormatter formatter) {
    this.name = name;
    this.formatter = formatter;
  }

  @Override
  public boolean matches(ExecutionContext executionContext, String value) {
    try {
      formatter.parse(value);
      return true;
    } catch (DateTimeException notSuchTime) {
      return false;
    }
  }

  @Override
  public String getName() {
    return name;
  }
}
