package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether bytes are a whole PDF document. */
final class OpalPdf {

  private static final Pattern START = Pattern.compile("%PDF-\\d\\.\\d.*", Pattern.DOTALL);
  private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,9})\\s+%%EOF\\s*$");
  private static final Pattern CROSS_REFERENCES =
      Pattern.compile("(xref\\s|\\d+\\s+\\d+\\s+obj\\b).*", Pattern.DOTALL);

  private OpalPdf() {}

  /** Looks at the header, at the end, and at the table that the end points to. */
  static void assertIsPdf(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    assertThat(text.substring(0, Math.min(text.length(), 8))).matches(START);
    Matcher end = END.matcher(text);
    assertThat(end.find()).as("the document has an end").isTrue();
    assertThat(Integer.parseInt(end.group(1))).isLessThan(body.length);
    assertThat(text.substring(Integer.parseInt(end.group(1))))
        .as("what the end points to")
        .matches(CROSS_REFERENCES);
  }
}
