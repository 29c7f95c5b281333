package dev.casewright.mockserver.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the server once with a few calls, so that the JVM archives the classes that it needs. */
final class TrainingRun {

  private static final Pattern READY =
      Pattern.compile("ready https=\\d+ http=\\d+ plain-http=(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS = 20;

  private final URI server;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private TrainingRun(URI server) {
    this.server = server;
  }

  /** Blocks until the server has stopped, and written the archive where the JVM can. */
  static void run(Path java, Path archive, Path jar) throws IOException, InterruptedException {
    Path certificate = archive.resolveSibling("run.args-ca.pem");
    ProcessBuilder server =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-XX:ArchiveClassesAtExit=" + archive,
                    "-XX:+UseSerialGC",
                    "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off",
                    "-jar",
                    jar.toString(),
                    "--port=0",
                    "--http-port=0",
                    "--plain-http-port=0",
                    "--ca-out=" + certificate))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // The settings of whoever builds are not those of this run.
    server.environment().keySet().removeIf(name -> name.startsWith(SettingSources.PREFIX));
    Process process = server.start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      new TrainingRun(URI.create("http://localhost:" + port(output))).call();
    } finally {
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(certificate);
    }
  }

  private static String port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return ready.group(1);
      }
    }
    throw new IllegalStateException("The server did not start. Run its jar to see why.");
  }

  private void call() throws IOException, InterruptedException {
    String login =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("demo-login:demo-password".getBytes(StandardCharsets.UTF_8));
    String token =
        "Bearer "
            + token(
                send(
                    "POST",
                    "/api/auth/v2/api_login/",
                    "",
                    "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}"));
    for (int i = 0; i < ROUNDS; i++) {
      send("GET", "/reports/5001", login, "");
      send("GET", "/reports?limit=2&accession_id=a", login, "");
      send("GET", "/reports/5001/pdf_report", login, "");
      send("GET", "/reports/none", login, "");
      send("GET", "/api/test", token, "");
      send("POST", "/api/cases/v2/cases", token, "{}");
    }
  }

  private static String token(String answer) {
    Matcher token = TOKEN.matcher(answer);
    return token.find() ? token.group(1) : "";
  }

  private String send(String method, String path, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    return answer.body();
  }
}
