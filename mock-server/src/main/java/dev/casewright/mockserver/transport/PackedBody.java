package dev.casewright.mockserver.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks bodies that are compressed with gzip: WireMock would do so however much comes out, and
 * goes by the first bytes, not by a header.
 */
final class PackedBody {

  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private PackedBody() {}

  /**
   * Unpacks a body, if it is packed.
   *
   * @param body the bytes as they came
   * @param most how many bytes may come out
   * @return the bytes, at most one more than allowed
   * @throws IOException if the bytes only look packed, or are packed more than once
   */
  static byte[] unpack(byte[] body, int most) throws IOException {
    if (!isPacked(body)) {
      return body;
    }
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] unpacked = packed.readNBytes(most + 1);
      if (isPacked(unpacked)) {
        throw new IOException("The body is packed more than once.");
      }
      return unpacked;
    }
  }

  private static boolean isPacked(byte[] body) {
    return body.length >= 2 && (body[0] & 0xff) == FIRST && (body[1] & 0xff) == SECOND;
  }
}
