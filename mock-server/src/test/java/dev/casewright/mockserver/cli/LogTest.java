package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that requests get in the log of the program, set up as in the runnable jar. */
class LogTest {

  private static final Pattern READY =
      Pattern.compile("ready https=\\d+ http=\\d+ plain-http=(\\d+)");

  @TempDir Path folder;

  @Test
  void whatWasRefusedStandsThereWithItsReason() throws Exception {
    String log = logAfterThreeRequests();

    assertThat(log.lines())
        .hasSize(2)
        .anyMatch(
            line ->
                line.matches(
                    "\\S+ WARN ExchangeLog - r-000002 GET /reports getReports: 400 breaks-contract,"
                        + " [0-9.]+ ms, space default: .*query limit.*"))
        .anyMatch(
            line ->
                line.matches(
                    "\\S+ WARN ExchangeLog - r-000003 GET \\(unknown path\\) none: 404 no-operation,"
                        + " [0-9.]+ ms, space default: .*getReports \\(GET /reports\\).*"));
    assertThat(log).doesNotContain("CANARY");
  }

  @Test
  void aDeviationStandsWhereItActedAndNowhereElse() throws Exception {
    String log = logAfterThreeRequests("--deviate=OPAL-ERR-04", "--deviate=OPAL-FIND-01");

    assertThat(log.lines().filter(line -> line.contains("deviation OPAL-ERR-04"))).hasSize(1);
    assertThat(log).doesNotContain("deviation OPAL-FIND-01");
  }

  @Test
  void allRequestsStandThereIfTheyAreAskedFor() throws Exception {
    assertThat(logAfterThreeRequests("--log=all").lines())
        .hasSize(3)
        .anyMatch(
            line ->
                line.matches(
                    "\\S+ INFO ExchangeLog - r-000001 GET /reports getReports: 200 served, [0-9.]+"
                        + " ms, space default"));
  }

  @Test
  void offThereIsNothing() throws Exception {
    assertThat(logAfterThreeRequests("--log=off")).isEmpty();
  }

  private String logAfterThreeRequests(String... options) throws Exception {
    Process process = start(options);
    try {
      int port = port(process.inputReader(StandardCharsets.UTF_8));
      send(port, "/reports?limit=1");
      send(port, "/reports?limit=CANARY&CANARY=1");
      send(port, "/CANARY/reports");
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(folder.resolve("log"));
  }

  private Process start(String... options) throws Exception {
    Path settings = Files.createDirectories(folder.resolve("settings"));
    Files.copy(
        Path.of("src/main/runnable/simplelogger.properties"),
        settings.resolve("simplelogger.properties"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            settings + File.pathSeparator + System.getProperty("java.class.path"),
            Main.class.getName(),
            "--port=0",
            "--http-port=0",
            "--plain-http-port=0",
            "--ca-out=" + folder.resolve("ca.pem"));
    builder.command().addAll(List.of(options));
    return builder.redirectError(folder.resolve("log").toFile()).start();
  }

  private static int port(BufferedReader output) throws Exception {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new AssertionError("The program ended before it was ready.");
  }

  private static void send(int port, String path) throws Exception {
    String demo = Base64.getEncoder().encodeToString("demo-login:demo-password".getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Basic " + demo)
            .build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
  }
}
