package dev.casewright.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies in JSON of the YAML documents that lie beside classes. People write YAML; the build puts a
 * copy in JSON next to each document, since a JVM that has just started reads YAML slowly.
 * Stateless.
 */
public final class JsonCopies {

  private static final String YAML_ENDING = ".yaml";
  private static final String JSON_ENDING = ".json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonCopies() {}

  /**
   * Writes a copy next to each YAML document of folders and those below them.
   *
   * @param folders paths of folders
   * @throws IOException if a document is not YAML, has a key twice, or a copy cannot be written
   */
  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      for (Path document : documents(Path.of(folder))) {
        JsonNode content = StrictYaml.MAPPER.readTree(Files.readAllBytes(document));
        Files.write(
            document.resolveSibling(copyOf(document.getFileName().toString())),
            JSON.writeValueAsBytes(content));
      }
    }
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(YAML_ENDING)).sorted().toList();
    }
  }

  /**
   * Reads a document from its copy, or as YAML where the build has made no copy, as in a workspace
   * of an editor.
   *
   * @param neighbour the class that the document lies beside
   * @param resource the name of the YAML document, relative to the class
   * @param type what to read it into
   * @param <T> what to read it into
   * @return what it holds
   * @throws IOException if it is not there or cannot be read
   */
  public static <T> T read(Class<?> neighbour, String resource, Class<T> type) throws IOException {
    try (InputStream copy = neighbour.getResourceAsStream(copyOf(resource))) {
      if (copy != null) {
        return JSON.readValue(copy.readAllBytes(), type);
      }
    }
    try (InputStream document = neighbour.getResourceAsStream(resource)) {
      if (document == null) {
        throw new FileNotFoundException("There is no " + resource + ".");
      }
      return StrictYaml.MAPPER.readValue(document.readAllBytes(), type);
    }
  }

  private static String copyOf(String name) {
    return name.substring(0, name.length() - YAML_ENDING.length()) + JSON_ENDING;
  }
}
