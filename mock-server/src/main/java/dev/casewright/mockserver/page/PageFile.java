package dev.casewright.mockserver.page;

import dev.casewright.mockserver.exchange.MockAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One file of a page. It is read when it is asked for: most runs of the server show no page.
 *
 * @param type its media type
 * @param policy what the page may load and do, as a {@code Content-Security-Policy}
 * @param bytes reads it
 */
record PageFile(String type, String policy, Supplier<byte[]> bytes) {

  /** Of a resource beside this class. */
  static PageFile resource(String name, String policy) {
    return new PageFile(typeOf(name), policy, () -> read(name));
  }

  MockAnswer answer() {
    return new MockAnswer(
        200,
        Map.of(
            "Content-Type", type,
            "Content-Security-Policy", policy,
            "Cache-Control", "no-cache",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer"),
        bytes.get());
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "txt" -> "text/plain; charset=utf-8";
      default -> throw new IllegalArgumentException("No media type is known for " + name + ".");
    };
  }

  private static byte[] read(String name) {
    try (InputStream in = PageFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The file " + name + " is missing from the jar of the mock server.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the file " + name + ".", e);
    }
  }
}
