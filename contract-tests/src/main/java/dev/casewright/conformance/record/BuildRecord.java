package dev.casewright.conformance.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.conformance.plan.PlannedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tests of the build wrote down: what each check sent to the mock server when it ran
 * alone, and what the mock server does when it breaks a requirement.
 *
 * @param digest the checks that it was made with, see {@link ChecksDigest}
 * @param requests the requests of each check, by its name and by what the run had
 * @param deviations what the mock server does instead, by the id of the requirement
 */
public record BuildRecord(
    String digest,
    SortedMap<String, SortedMap<Means, List<PlannedRequest>>> requests,
    SortedMap<String, String> deviations) {

  /** The name of the file, and of the resource in the jar. */
  public static final String FILE = "record.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps copies of the maps. */
  public BuildRecord {
    requests = new TreeMap<>(requests);
    deviations = new TreeMap<>(deviations);
  }

  /**
   * Reads the record in the jar.
   *
   * @return the record
   * @throws NoRecordException if the jar has none, or one of other checks
   */
  public static BuildRecord load() {
    try (InputStream file = BuildRecord.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new NoRecordException("This build of the suite has no record");
      }
      BuildRecord record = JSON.readValue(file, BuildRecord.class);
      if (!record.digest().equals(ChecksDigest.current())) {
        throw new NoRecordException("The record in this build of the suite is of other checks");
      }
      return record;
    } catch (IOException failure) {
      throw new UncheckedIOException("The record in the jar cannot be read.", failure);
    }
  }

  /**
   * Writes the record.
   *
   * @param folder the folder that gets the file; made if it is not there
   */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
    } catch (IOException failure) {
      throw new UncheckedIOException("The record cannot be written to " + folder + ".", failure);
    }
  }

  /**
   * What a check sends.
   *
   * @param check the name of the check
   * @param means what the run has
   * @return its requests, each once, ordered by their texts
   */
  public List<PlannedRequest> requestsOf(String check, Means means) {
    Map<Means, List<PlannedRequest>> byMeans = requests.getOrDefault(check, new TreeMap<>());
    return byMeans.getOrDefault(means, byMeans.getOrDefault(Means.ONE_USER, List.of()));
  }
}
