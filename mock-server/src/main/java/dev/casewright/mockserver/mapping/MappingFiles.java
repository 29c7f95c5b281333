package dev.casewright.mockserver.mapping;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappingCollection;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The mapping files of users, read once. Immutable. */
public final class MappingFiles {

  private static final String OPTION = "--mappings: ";
  private static final String BODIES = "__files";

  private final Optional<Path> folder;
  private final List<String> mappings;

  private MappingFiles(Optional<Path> folder, List<String> mappings) {
    this.folder = folder;
    this.mappings = List.copyOf(mappings);
  }

  /**
   * No files.
   *
   * @return files without a mapping
   */
  public static MappingFiles none() {
    return new MappingFiles(Optional.empty(), List.of());
  }

  /**
   * Reads {@code *.json} in a folder and in its folder {@code mappings}, in the order of their
   * names. Bodies stay in its folder {@code __files} and are read when they are sent.
   *
   * @param folder the folder
   * @return the files
   * @throws InvalidSettingException if the folder or one of the files cannot be used
   */
  public static MappingFiles read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidSettingException(
          OPTION + folder + " is not a folder. Give the folder that holds the mapping files.");
    }
    List<String> mappings = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (Path file : filesIn(folder)) {
      for (StubMapping mapping : mappingsIn(file)) {
        refuseMissingBody(folder, file, mapping);
        if (!ids.add(mapping.getId())) {
          throw new InvalidSettingException(
              OPTION
                  + file
                  + " has a mapping whose id another mapping has. Give it one of its own.");
        }
        mappings.add(StubMapping.buildJsonStringFor(mapping));
      }
    }
    return new MappingFiles(Optional.of(folder), mappings);
  }

  /**
   * The folder that the files are in.
   *
   * @return the folder; nothing if there are no files
   */
  public Optional<Path> folder() {
    return folder;
  }

  /**
   * The mappings, made anew so that nobody else changes them.
   *
   * @return the mappings, those of later files last
   */
  public List<StubMapping> mappings() {
    return mappings.stream().map(StubMapping::buildFrom).toList();
  }

  private static List<Path> filesIn(Path folder) {
    List<Path> files = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("mappings"))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> inside = Files.list(place)) {
          inside.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        } catch (IOException e) {
          throw new InvalidSettingException(
              OPTION + place + " cannot be read. Make it readable for this user.");
        }
      }
    }
    return files;
  }

  private static List<? extends StubMapping> mappingsIn(Path file) {
    try {
      return Json.read(Files.readString(file), StubMappingCollection.class).getMappingOrMappings();
    } catch (JsonException e) {
      throw new InvalidSettingException(
          OPTION
              + file
              + " is not a mapping file of WireMock"
              + placeOf(e).map(place -> ", at " + place).orElse("")
              + ". Correct it or take it away.");
    } catch (IOException e) {
      throw new InvalidSettingException(
          OPTION + file + " cannot be read as text in UTF-8. Correct it or take it away.");
    }
  }

  private static Optional<String> placeOf(JsonException e) {
    return Optional.ofNullable(e.getErrors().first().getSource())
        .map(source -> source.getPointer())
        .filter(pointer -> !pointer.isEmpty());
  }

  private static void refuseMissingBody(Path folder, Path file, StubMapping mapping) {
    String name = mapping.getResponse().getBodyFileName();
    boolean isTemplate = name != null && name.contains("{{");
    if (name == null || isTemplate) {
      return;
    }
    Path bodies = folder.resolve(BODIES).toAbsolutePath().normalize();
    Path body = bodies.resolve(name).normalize();
    if (!body.startsWith(bodies) || !Files.isRegularFile(body)) {
      throw new InvalidSettingException(
          OPTION
              + file
              + " names a bodyFileName that is not in "
              + bodies
              + ". Put the file there or correct the name.");
    }
  }
}
