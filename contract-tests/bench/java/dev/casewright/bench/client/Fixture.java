package dev.casewright.bench.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The fixture server in its own process. */
final class Fixture implements AutoCloseable {

  /** The system property that tells the measured process where the fixture is. */
  static final String URL = "casewright.bench.url";

  private final Process process;
  private final URI url;

  private Fixture(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static Fixture start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                FixtureServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String port =
        new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))
            .readLine();
    if (port == null) {
      process.destroy();
      throw new IOException("The fixture server did not start.");
    }
    return new Fixture(process, URI.create("http://127.0.0.1:" + port));
  }

  URI url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
