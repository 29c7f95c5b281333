package dev.casewright.client.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An answer that was read to its end: UTF-8 and nothing else, without the mark that may stand
 * before it. Jackson reads bytes faster than characters, but bears bytes that are no UTF-8, so they
 * are looked at first.
 *
 * @param bytes holds the answer; not to be changed
 * @param start where it begins
 * @param length how many bytes it has
 */
record AnswerBytes(byte[] bytes, int start, int length) {
  /** What a head announces is believed up to here; nothing may come of what is announced. */
  private static final int MOST_AT_ONCE = 1024 * 1024;

  /**
   * Reads an answer.
   *
   * @param body the answer, as it comes in
   * @param announced how many bytes there are to be, or null if that is not known
   * @return its bytes
   * @throws CharacterCodingException if it is not UTF-8
   * @throws IOException if it breaks off
   */
  static AnswerBytes of(InputStream body, Integer announced) throws IOException {
    byte[] bytes =
        announced == null || announced < 0 || announced > MOST_AT_ONCE
            ? body.readAllBytes()
            : readAll(body, announced);
    if (!isAscii(bytes)) {
      // A decoder throws at what is malformed unless it is told otherwise.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    }
    int start = hasMark(bytes) ? 3 : 0;
    return new AnswerBytes(bytes, start, bytes.length - start);
  }

  /** Copies nothing if the announcement holds. */
  private static byte[] readAll(InputStream body, int announced) throws IOException {
    byte[] bytes = new byte[announced];
    int count = body.readNBytes(bytes, 0, announced);
    if (count < announced) {
      return Arrays.copyOf(bytes, count);
    }
    int next = body.read();
    return next < 0 ? bytes : joined(bytes, (byte) next, body.readAllBytes());
  }

  private static byte[] joined(byte[] bytes, byte next, byte[] rest) {
    return ByteBuffer.allocate(bytes.length + 1 + rest.length)
        .put(bytes)
        .put(next)
        .put(rest)
        .array();
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte octet : bytes) {
      if (octet < 0) {
        return false;
      }
    }
    return true;
  }

  /** A mark at the start has no meaning in JSON, and readers may skip it (RFC 8259, 8.1). */
  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
