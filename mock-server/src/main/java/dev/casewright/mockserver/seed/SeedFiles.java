package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.JsonCopies;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the YAML files of a seed pack that lie beside this class. */
public final class SeedFiles {

  private final String pack;

  /**
   * The files of a pack.
   *
   * @param pack the name of the pack, which is the name of its folder
   */
  public SeedFiles(String pack) {
    this.pack = pack;
  }

  /**
   * Reads one file.
   *
   * @param name the name of the file
   * @return what it holds
   * @throws InvalidSeedException if it is missing or is not YAML
   */
  public JsonNode read(String name) {
    try {
      return JsonCopies.read(SeedFiles.class, pack + "/" + name, JsonNode.class);
    } catch (FileNotFoundException e) {
      throw missing(name);
    } catch (IOException e) {
      throw new InvalidSeedException(
          "The file " + name + " of the seed pack " + pack + " cannot be read as YAML.", e);
    }
  }

  /** The text of one file. */
  byte[] bytes(String name) throws IOException {
    try (InputStream in = SeedFiles.class.getResourceAsStream(pack + "/" + name)) {
      if (in == null) {
        throw missing(name);
      }
      return in.readAllBytes();
    }
  }

  private InvalidSeedException missing(String name) {
    return new InvalidSeedException(
        "The seed pack " + pack + " has no file " + name + ". Put it there.");
  }
}
