package dev.casewright.client.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads UTF-8 and nothing else. Jackson's own reader bears bytes that are none, such as the
 * two-byte form of a NUL, and makes characters of them that would be written back as other bytes.
 */
final class StrictUtf8 {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private StrictUtf8() {}

  /** A reader that throws a {@code CharacterCodingException} at bytes that are not UTF-8. */
  static Reader reader(InputStream bytes) throws IOException {
    return new InputStreamReader(
        withoutMark(bytes),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** A mark at the start has no meaning in JSON, and readers may skip it (RFC 8259, 8.1). */
  private static InputStream withoutMark(InputStream bytes) throws IOException {
    byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
    PushbackInputStream rest = new PushbackInputStream(bytes, mark.length);
    byte[] start = rest.readNBytes(mark.length);
    if (!Arrays.equals(start, mark)) {
      rest.unread(start);
    }
    return rest;
  }
}
