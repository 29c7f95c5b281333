package dev.casewright.mockserver.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.casewright.mockserver.suggestion.EditDistance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings in a YAML file, named like the options without their dashes. Its messages hold names and
 * lines and never a value, which may be a secret. Immutable.
 */
final class ConfigFile {

  /** Settings of no file. */
  static final ConfigFile NONE = new ConfigFile("", Map.of());

  private final String file;
  private final Map<String, Entry> entries;

  private ConfigFile(String file, Map<String, Entry> entries) {
    this.file = file;
    this.entries = Map.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param names all names of settings
   * @return what stands in it
   * @throws IllegalArgumentException if it cannot be read or is not well formed
   */
  static ConfigFile read(Path file, Set<String> names) {
    String name = file.toString();
    try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      return new ConfigFile(name, new Reading(name, parser, names).entries());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          name + ":" + line + ": This is not YAML. Write lines such as http-port: 8080.", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          name + ": The config file cannot be read. Name a file in UTF-8 with --config.", e);
    }
  }

  /** What the file says of an option. */
  Optional<Setting> find(String name) {
    return Optional.ofNullable(entries.get(name))
        .map(entry -> new Setting(entry.value(), file + ":" + entry.line() + " (" + name + ")"));
  }

  private record Entry(String value, int line) {

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
      return "entry in line " + line;
    }
  }

  private record Reading(String file, JsonParser parser, Set<String> names) {

    Map<String, Entry> entries() throws IOException {
      Map<String, Entry> found = new LinkedHashMap<>();
      JsonToken first = parser.nextToken();
      if (first == null) {
        return found;
      }
      if (first != JsonToken.START_OBJECT) {
        throw wrong(line(), "This is no setting. Write lines such as http-port: 8080.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        int line = line();
        String name = parser.currentName();
        if (!names.contains(name)) {
          throw wrong(line, unknown(name));
        }
        Entry before = found.put(name, new Entry(value(name), line));
        if (before != null) {
          throw wrong(
              line,
              name
                  + " stands in line "
                  + before.line()
                  + " too. Keep one of them; a list has more"
                  + " than one value.");
        }
      }
      if (parser.nextToken() != null) {
        throw wrong(line(), "A second document begins here. Keep one.");
      }
      return found;
    }

    private String value(String name) throws IOException {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return scalar(name);
      }
      List<String> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(scalar(name));
      }
      if (values.isEmpty()) {
        throw wrong(line(), name + " has no values. Give one, or leave the line out.");
      }
      return String.join(SettingSources.SEPARATOR, values);
    }

    private String scalar(String name) throws IOException {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.VALUE_NULL) {
        throw wrong(line(), name + " has no value. Give one, or leave the line out.");
      }
      if (!token.isScalarValue()) {
        throw wrong(line(), name + " is not one value. Write one, or a list of them.");
      }
      return parser.getText();
    }

    private String unknown(String name) {
      String bare = name.replaceFirst("^-+", "");
      return "There is no setting of this name. "
          + EditDistance.nearest(bare, names)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Names are those of the options without their dashes: see --help.");
    }

    private int line() {
      return parser.currentTokenLocation().getLineNr();
    }

    private IllegalArgumentException wrong(int line, String message) {
      return new IllegalArgumentException(file + ":" + line + ": " + message);
    }
  }
}
