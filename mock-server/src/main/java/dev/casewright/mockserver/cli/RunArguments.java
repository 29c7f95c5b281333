package dev.casewright.mockserver.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes {@code run.args} beside the runnable jar: the arguments with which {@code java} runs it in
 * little memory and starts it fast, with an archive of its classes that is made by running it once.
 * The archive fits the JDK that this runs on, and this one jar; with another the server runs
 * without it.
 */
public final class RunArguments {

  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private final Path jar;
  private final Path java;
  private final Runtime.Version version;

  private RunArguments(Path jar, Path java, Runtime.Version version) {
    this.jar = jar;
    this.java = java;
    this.version = version;
  }

  /**
   * Writes the file beside the jar that this class is in. Blocks until the server has run once.
   *
   * @param arguments none
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file =
        new RunArguments(
                ownJar(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Runtime.version())
            .write();
    System.out.println("Run the server with: java @" + file);
  }

  Path write() throws IOException, InterruptedException {
    Path folder = jar.getParent();
    Path archive = folder.resolve("casewright-mock-server-" + version.feature() + ".jsa");
    Files.deleteIfExists(archive);
    TrainingRun.run(java, archive, jar);
    List<String> all = new ArrayList<>(settings());
    if (Files.exists(archive)) {
      all.add(ARCHIVE + archive);
      // A JDK that the archive does not fit goes without, and need not speak of it.
      all.add("-Xshare:auto");
      all.add("-Xlog:cds=off");
      all.add("-Xlog:cds+dynamic=off");
    }
    all.add("-jar");
    all.add(jar.toString());
    Path file = folder.resolve("run.args");
    Files.writeString(
        file,
        all.stream().map(RunArguments::quoted).collect(Collectors.joining("\n", "", "\n")),
        StandardCharsets.UTF_8);
    return file;
  }

  /**
   * What is small stays small, and what a large seed pack or a list of many cases needs is there.
   */
  private static List<String> settings() {
    return List.of(
        "-XX:+UseSerialGC",
        "-Xms48m",
        "-Xmn24m",
        "-Xmx1g",
        "-XX:MinHeapFreeRatio=20",
        "-XX:MaxHeapFreeRatio=40",
        "-XX:ReservedCodeCacheSize=48m",
        "-Xss512k");
  }

  /** As files of arguments want it. */
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Path ownJar() {
    try {
      Path place =
          Path.of(RunArguments.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(place)) {
        return place.toAbsolutePath();
      }
    } catch (URISyntaxException notAFile) {
      throw new IllegalStateException("The jar of the mock server is at no file.", notAFile);
    }
    throw new IllegalStateException(
        "The arguments are those of the runnable jar: run this class from it, with java -cp"
            + " casewright-mock-server.jar "
            + RunArguments.class.getName()
            + ".");
  }
}
