package dev.casewright.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the YAML documents that lie beside the classes of this package. */
final class Documents {

  private Documents() {}

  static String text(Api api, String name) {
    String resource = api.id() + "/" + name;
    try (InputStream in = Documents.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The document " + resource + " is missing from the casewright-openapi jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the document " + resource + ".", e);
    }
  }

  /** What a document holds, from the copy that the build made of it. */
  static <T> T read(Api api, String name, Class<T> type) {
    String resource = api.id() + "/" + name;
    try {
      return JsonCopies.read(Documents.class, resource, type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the document " + resource + ".", e);
    }
  }

  static <T> T read(String yaml, Class<T> type, String name) {
    try {
      return StrictYaml.MAPPER.readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read " + name + ": " + e.getMessage(), e);
    }
  }
}
