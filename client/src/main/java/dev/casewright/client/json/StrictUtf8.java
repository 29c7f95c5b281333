package dev.casewright.client.json;

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
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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
    PushbackInputStream rest = new PushbackInputStream(bytes, BYTE_ORDER_MARK.length);
    byte[] start = rest.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      rest.unread(start);
    }
    return rest;
  }
}
