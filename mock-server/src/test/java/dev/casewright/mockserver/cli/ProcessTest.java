package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
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

/** The program as a user runs it, in a JVM of its own. */
class ProcessTest {

  private static final Pattern READY =
      Pattern.compile("ready https=\\d+ http=\\d+ plain-http=(\\d+)");

  @TempDir Path folder;

  @Test
  void itStopsCleanlyWhenItIsToldTo() throws Exception {
    Process process = start();
    readyPort(process.inputReader(StandardCharsets.UTF_8));

    process.toHandle().destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isIn(0, 143);
  }

  @Test
  void nothingThatWasSentComesIntoTheLog() throws Exception {
    Process process = start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    int port = readyPort(output);
    String good = basic("demo-login:demo-password");

    send(port, "GET", "/reports?accession_id=CANARY-1&limit=CANARY-2", good, "");
    send(port, "GET", "/reports/CANARY-3", good, "");
    send(port, "GET", "/CANARY-4?x=%zz", basic("CANARY-5:CANARY-6"), "");
    send(port, "POST", "/api/cases/v2/cases", "Bearer CANARY-7", "{\"notes\": \"CANARY-8\"}");
    send(port, "POST", "/api/auth/v2/api_login", "CANARY-9", "{\"username\": \"CANARY-10\"");
    send(port, "GET", "/__admin/CANARY-11", "", "");
    send(port, "PUT", "/__mock/api/spaces/CANARY-12/reports/1/status", "", "CANARY-13");
    process.toHandle().destroy();
    process.waitFor(20, TimeUnit.SECONDS);

    String log = Files.readString(folder.resolve("log"));
    String rest = output.lines().reduce("", String::concat);
    assertThat(log + rest).doesNotContain("CANARY").doesNotContain("demo-password");
  }

  @Test
  void aRequestInFlightIsAnsweredWhenItIsToldToStop() throws Exception {
    Process process = start();
    int port = readyPort(process.inputReader(StandardCharsets.UTF_8));
    String body = "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}";
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      String head =
          "POST /api/auth/v2/api_login HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());

      process.toHandle().destroy();
      waitUntilRefused(port);
      socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("}");
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  private static void waitUntilRefused(int port) throws IOException {
    while (true) {
      try (Socket socket = new Socket("localhost", port)) {
        assertThat(socket.isConnected()).isTrue();
      } catch (ConnectException refused) {
        return;
      } catch (SocketException closedMeanwhile) {
        // It was told to stop while this connection was being made: the next one tells.
      }
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=error",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                Main.class.getName(),
                "--port=0",
                "--http-port=0",
                "--plain-http-port=0",
                "--ca-out=" + folder.resolve("ca.pem")))
        .redirectError(folder.resolve("log").toFile())
        .start();
  }

  private static int readyPort(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new AssertionError("The program ended before it was ready.");
  }

  private static void send(int port, String method, String path, String authorization, String body)
      throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 ");
    }
  }

  private static String basic(String loginAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(loginAndPassword.getBytes(StandardCharsets.UTF_8));
  }
}
