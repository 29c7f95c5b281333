package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A seed pack in a folder of the user's. Of the four files, what is left out is taken from the pack
 * {@code small} (laboratory, variants) or is empty (reports, cases).
 */
final class PackFolder {

  private static final List<String> FILES = List.of("laboratory", "variants", "reports", "cases");
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private final Path folder;
  private final PackDocuments defaults;
  private final Mistakes mistakes = new Mistakes();

  PackFolder(Path folder, PackDocuments small) {
    this.folder = folder;
    JsonNode nothing = Json.array();
    this.defaults = new PackDocuments(small.laboratory(), small.variants(), nothing, nothing);
  }

  /**
   * Reads the files and checks them.
   *
   * @throws InvalidSeedException with all mistakes of all files
   */
  PackFiles read(Map<Api, Contract> contracts) {
    Map<String, Path> found = found();
    PackFiles files =
        new PackFiles(
            file("laboratory", found, defaults.laboratory()),
            file("variants", found, defaults.variants()),
            file("reports", found, defaults.reports()),
            file("cases", found, defaults.cases()));
    check(files, contracts, mistakes);
    mistakes.throwIfAny(folder.toString());
    return files;
  }

  static void check(PackFiles files, Map<Api, Contract> contracts, Mistakes mistakes) {
    ShapeCheck shapes = new ShapeCheck(contracts);
    Map<String, PackFile> kinds =
        Map.of(
            "laboratory", files.laboratory(),
            "variants", files.variants(),
            "reports", files.reports(),
            "cases", files.cases());
    kinds.forEach(
        (kind, file) -> {
          if (!file.root().isMissingNode()) {
            shapes.check(kind, file.root(), (at, rule) -> mistakes.add(file, at, rule));
          }
        });
    new PackRules(files, mistakes).check();
    new ReportRules(files, mistakes).check();
    new CaseRules(
            files,
            mistakes,
            files.laboratory().root().at("/organisation/detail").isObject()
                ? Optional.of(new Laboratory(files.laboratory().root()).organisation())
                : Optional.empty())
        .check();
  }

  private Map<String, Path> found() {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .filter(entry -> ENDINGS.stream().anyMatch(entry.toString()::endsWith))
          .sorted()
          .forEach(entry -> sort(entry, found));
    } catch (IOException e) {
      throw new InvalidSeedException(
          "The folder " + folder + " of the seed pack cannot be read. Check its name and rights.",
          e);
    }
    if (found.isEmpty() && mistakes.isEmpty()) {
      throw new InvalidSeedException(
          "The folder "
              + folder
              + " holds no seed pack. Put laboratory.yaml, variants.yaml, reports.yaml or"
              + " cases.yaml there.");
    }
    return found;
  }

  private void sort(Path entry, Map<String, Path> found) {
    String name = entry.getFileName().toString();
    String kind = name.substring(0, name.lastIndexOf('.'));
    PackFile.Place start = new PackFile.Place(1, 1);
    if (!FILES.contains(kind)) {
      mistakes.add(name, start, "", "is no file of a seed pack; there are " + FILES);
    } else if (found.putIfAbsent(kind, entry) != null) {
      mistakes.add(name, start, "", "is there in another format too; keep one of them");
    }
  }

  private PackFile file(String kind, Map<String, Path> found, JsonNode otherwise) {
    Path path = found.get(kind);
    if (path == null) {
      return new PackFile(kind + ".yaml of the pack small", otherwise, Map.of());
    }
    String name = path.getFileName().toString();
    try {
      return PackFileReader.read(name, Files.readAllBytes(path), mistakes);
    } catch (IOException e) {
      mistakes.add(name, new PackFile.Place(1, 1), "", "cannot be read");
      return PackFile.unreadable(name);
    }
  }
}
