package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Writes JSON in little room and reads it again. What many cases have in common, such as the names
 * of their members, stands once for all of them in a text of likely words; any other JSON is packed
 * as surely, only less tightly.
 */
final class PackedJson {

  private static final int BUFFER_BYTES = 1_024;
  private static final byte[] LIKELY_WORDS = likelyWords();

  private PackedJson() {}

  static byte[] pack(JsonNode json) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setDictionary(LIKELY_WORDS);
      deflater.setInput(Json.bytes(json));
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** A new tree each time. */
  static JsonNode unpack(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(LIKELY_WORDS);
      inflater.setInput(packed);
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!inflater.finished()) {
        text.write(buffer, 0, inflater.inflate(buffer));
      }
      return Json.read(text.toByteArray()).orElseThrow();
    } catch (DataFormatException broken) {
      throw new IllegalStateException("What was packed here cannot be unpacked.", broken);
    } finally {
      inflater.end();
    }
  }

  private static byte[] likelyWords() {
    try (InputStream words = PackedJson.class.getResourceAsStream("likely-case.json")) {
      return words.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The text of likely words cannot be read.", e);
    }
  }
}
