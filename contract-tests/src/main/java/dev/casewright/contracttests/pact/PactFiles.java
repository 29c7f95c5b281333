package dev.casewright.contracttests.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.openapi.check.AnswerParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads pact files of specification version 4. */
public final class PactFiles {

  /** The group under which our interactions carry their references. */
  public static final String REFERENCE_GROUP = "casewright";

  /** The reference that names the {@code operationId}. */
  public static final String OPERATION = "operation";

  /** The reference that names requirement ids, separated by blanks. */
  public static final String REQUIREMENTS = "requirements";

  private static final ObjectMapper JSON = new ObjectMapper();

  private PactFiles() {}

  /**
   * Reads all pacts of a folder.
   *
   * @param folder the folder that the consumer tests wrote to
   * @return the interactions, by file name and then as they stand in the file
   * @throws UncheckedIOException if the folder cannot be read
   * @throws IllegalArgumentException if a file is not a pact of version 4, or an interaction does
   *     not say which operation it is about
   */
  public static List<PactInteraction> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> readFile(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the pacts; run the consumer tests first.", e);
    }
  }

  private static List<PactInteraction> readFile(Path file) {
    JsonNode pact = readTree(file);
    String version = pact.at("/metadata/pactSpecification/version").asText();
    if (!version.startsWith("4")) {
      throw new IllegalArgumentException(
          file.getFileName() + " is not a pact of version 4 but of \"" + version + "\".");
    }
    List<PactInteraction> interactions = new ArrayList<>();
    pact.path("interactions").forEach(node -> interactions.add(readInteraction(file, pact, node)));
    return interactions;
  }

  private static PactInteraction readInteraction(Path file, JsonNode pact, JsonNode node) {
    JsonNode references = node.path("comments").path("references").path(REFERENCE_GROUP);
    String description = node.path("description").asText();
    if (!references.has(OPERATION)) {
      throw new IllegalArgumentException(
          "The interaction \"" + description + "\" does not refer to an operation.");
    }
    JsonNode request = node.path("request");
    JsonNode response = node.path("response");
    return new PactInteraction(
        file.getFileName().toString(),
        pact.at("/provider/name").asText(),
        description,
        references.path(OPERATION).asText(),
        Arrays.stream(references.path(REQUIREMENTS).asText().split(" "))
            .filter(id -> !id.isBlank())
            .toList(),
        request.path("method").asText(),
        request.path("path").asText(),
        values(request.path("query"), false),
        values(request.path("headers"), true),
        body(request.path("body")),
        new AnswerParts(
            response.path("status").asInt(),
            values(response.path("headers"), true),
            body(response.path("body"))));
  }

  private static Map<String, List<String>> values(JsonNode node, boolean lowerCase) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              List<String> texts = new ArrayList<>();
              if (entry.getValue().isArray()) {
                entry.getValue().forEach(text -> texts.add(text.asText()));
              } else {
                texts.add(entry.getValue().asText());
              }
              String name = entry.getKey();
              values.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, texts);
            });
    return values;
  }

  private static byte[] body(JsonNode body) {
    JsonNode content = body.path("content");
    if (content.isMissingNode() || content.isNull()) {
      return new byte[0];
    }
    if (body.path("encoded").asText("false").equals("base64")) {
      return Base64.getDecoder().decode(content.asText());
    }
    String text = content.isTextual() ? content.asText() : content.toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode readTree(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the pact " + file.getFileName() + ".", e);
    }
  }
}
