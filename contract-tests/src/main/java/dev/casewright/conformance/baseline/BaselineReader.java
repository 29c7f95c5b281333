package dev.casewright.conformance.baseline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.casewright.conformance.result.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file of known failures entry by entry, so that it can name the line of what is wrong. */
final class BaselineReader {

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final String LIST = "known_failures";
  private static final List<String> FIELDS = List.of("requirement", "verdict", "reason", "until");

  private final Map<String, KnownFailure> entries = new LinkedHashMap<>();

  private BaselineReader() {}

  static List<KnownFailure> read(String yaml) {
    BaselineReader reader = new BaselineReader();
    try (JsonParser parser = YAML.createParser(yaml)) {
      reader.readFile(parser);
    } catch (JsonProcessingException notYaml) {
      int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
      throw new InvalidBaselineException(line, "it must be YAML without repeated keys.");
    } catch (IOException notReadable) {
      throw new InvalidBaselineException("The baseline cannot be read.");
    }
    return List.copyOf(reader.entries.values());
  }

  private void readFile(JsonParser parser) throws IOException {
    expect(parser, JsonToken.START_OBJECT);
    if (!LIST.equals(parser.nextFieldName())) {
      throw new InvalidBaselineException(line(parser), "the only key of the file is " + LIST + ".");
    }
    expect(parser, JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = line(parser);
      JsonNode entry = YAML.readTree(parser);
      KnownFailure failure = entry(line, entry);
      if (entries.put(failure.requirement(), failure) != null) {
        throw new InvalidBaselineException(line, failure.requirement() + " stands there twice.");
      }
    }
    expect(parser, JsonToken.END_OBJECT);
  }

  private static void expect(JsonParser parser, JsonToken wanted) throws IOException {
    if (parser.nextToken() != wanted) {
      throw new InvalidBaselineException(
          line(parser), "the file is a mapping with a list under " + LIST + ", and nothing else.");
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static KnownFailure entry(int line, JsonNode entry) {
    if (!entry.isObject()) {
      throw new InvalidBaselineException(
          line, "an entry has requirement, verdict, reason and, if you like, until.");
    }
    String requirement = entry.path("requirement").asText().trim();
    if (requirement.isEmpty()) {
      throw new InvalidBaselineException(line, "the entry names no requirement.");
    }
    entry
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new InvalidBaselineException(
                    line, requirement + " has a key that no entry has; use " + FIELDS + ".");
              }
            });
    String reason = entry.path("reason").asText().trim();
    if (reason.isEmpty()) {
      throw new InvalidBaselineException(
          line, requirement + " has no reason: write why its failure is known.");
    }
    return new KnownFailure(
        requirement, verdict(line, requirement, entry), reason, until(line, requirement, entry));
  }

  private static Verdict verdict(int line, String requirement, JsonNode entry) {
    return switch (entry.path("verdict").asText()) {
      case "fail" -> Verdict.FAIL;
      case "warn" -> Verdict.WARN;
      default ->
          throw new InvalidBaselineException(
              line, "the verdict of " + requirement + " must be fail or warn.");
    };
  }

  private static Optional<LocalDate> until(int line, String requirement, JsonNode entry) {
    if (!entry.has("until")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(entry.path("until").asText()));
    } catch (DateTimeParseException notADay) {
      throw new InvalidBaselineException(
          line, "until of " + requirement + " must be a day such as 2031-03-04.");
    }
  }
}
