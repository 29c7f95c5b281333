package dev.casewright.mockserver.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks bodies that are compressed with gzip: WireMock would do so however much comes out, and
 * goes by the first bytes, not by a header.
 */
final class PackedBody {

  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int BUFFER_BYTES = 16_384;

  private PackedBody() {}

  /**
   * Unpacks a body, if it is packed.
   *
   * @param body the bytes as they came
   * @param most how many bytes may come out
   * @param room whether there is room for so many bytes more
   * @return the bytes, if there are too many only their beginning; nothing if there is no room
   * @throws IOException if the bytes only look packed, or are packed more than once
   */
  static Optional<byte[]> unpack(byte[] body, int most, IntPredicate room) throws IOException {
    if (!isPacked(body)) {
      return Optional.of(body);
    }
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
      ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = packed.read(buffer); count >= 0; count = packed.read(buffer)) {
        if (!room.test(count)) {
          return Optional.empty();
        }
        unpacked.write(buffer, 0, count);
        if (unpacked.size() > most) {
          break;
        }
      }
      byte[] bytes = unpacked.toByteArray();
      if (isPacked(bytes)) {
        throw new IOException("The body is packed more than once.");
      }
      return Optional.of(bytes);
    }
  }

  private static boolean isPacked(byte[] body) {
    return body.length >= 2 && (body[0] & 0xff) == FIRST && (body[1] & 0xff) == SECOND;
  }
}
