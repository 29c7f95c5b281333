package dev.casewright.client.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The receipt of a download that is complete. Immutable and thread-safe. {@link #toString()} shows
 * size and time only, since a file name may be about a patient.
 */
public final class Download {
  private final long size;
  private final String sha256;
  private final Duration elapsed;
  private final Optional<String> contentType;
  private final Optional<String> fileName;
  private final Optional<Path> path;

  Download(
      long size,
      String sha256,
      Duration elapsed,
      Optional<String> contentType,
      Optional<String> fileName,
      Optional<Path> path) {
    this.size = size;
    this.sha256 = Objects.requireNonNull(sha256, "sha256");
    this.elapsed = elapsed;
    this.contentType = contentType;
    this.fileName = fileName;
    this.path = path;
  }

  /** The same, of a download that became a file. */
  Download at(Path file) {
    return new Download(size, sha256, elapsed, contentType, fileName, Optional.of(file));
  }

  /**
   * How much was downloaded.
   *
   * @return the size in bytes
   */
  public long size() {
    return size;
  }

  /**
   * The SHA-256 of what was downloaded.
   *
   * @return 64 hexadecimal digits in lower case
   */
  public String sha256() {
    return sha256;
  }

  /**
   * How long the download took, from the start of the call.
   *
   * @return the time
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * The media type that the server named.
   *
   * @return the header {@code Content-Type} as it came
   */
  public Optional<String> contentType() {
    return contentType;
  }

  /**
   * The file name that the server suggested, made harmless: without folders, control characters and
   * leading dots. It may be about a patient: keep it out of logs.
   *
   * @return the name, if there was a usable one
   */
  public Optional<String> fileName() {
    return fileName;
  }

  /**
   * Where the file is.
   *
   * @return its path; empty if it went to a stream
   */
  public Optional<Path> path() {
    return path;
  }

  @Override
  public String toString() {
    return "Download[size=" + size + ", elapsed=" + elapsed.toMillis() + " ms]";
  }
}
