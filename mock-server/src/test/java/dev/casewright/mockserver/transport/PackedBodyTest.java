package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PackedBodyTest {

  private static final byte[] CONTENT = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);

  @Test
  void theLargestLimitThereIsLetsAWholeBodyThrough() throws IOException {
    byte[] large = new byte[100_000];

    assertThat(PackedBody.unpack(packed(large), Integer.MAX_VALUE, bytes -> true)).hasValue(large);
  }

  @Test
  void nothingIsUnpackedThatThereIsNoRoomFor() throws IOException {
    assertThat(PackedBody.unpack(packed(CONTENT), 1_000, bytes -> false)).isEmpty();
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(content);
    }
    return bytes.toByteArray();
  }
}
