package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.Parameter.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that was sent comes into a log or a file: every operation is called with canaries in all
 * that a request has, with the log of everything as talkative as it gets, but for the libraries
 * that the README names.
 */
@Timeout(120)
class CanaryTest {

  private static final String CANARY = "CANARY";
  private static final Pattern READY =
      Pattern.compile("ready https=(\\d+) http=(\\d+) plain-http=(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final String DEMO = "demo-login:demo-password";
  private static final String HEADERS =
      "Cookie: CANARY=CANARY\r\nX-CANARY: CANARY\r\nUser-Agent: CANARY\r\nReferer: /CANARY\r\n";

  @TempDir Path folder;

  @Test
  void noCanaryComesIntoTheLogOrIntoAFile() throws Exception {
    Process process = start();
    try {
      talk(process);
    } finally {
      process.destroyForcibly();
    }
  }

  private void talk(Process process) throws Exception {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    Matcher ready = ready(output);
    int redirect = Integer.parseInt(ready.group(2));
    int port = Integer.parseInt(ready.group(3));
    String login = "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}";
    Matcher issued =
        TOKEN.matcher(send(port, "POST", "/api/auth/v2/api_login", "", login.getBytes()));
    assertThat(issued.find()).isTrue();
    String token = issued.group(1);

    for (Api api : Api.values()) {
      Contract contract = Contract.of(api);
      for (Operation operation : contract.operations()) {
        byte[] body = body(contract, operation);
        call(port, operation, token, body);
        send(redirect, operation.method(), "/CANARY?CANARY", "Bearer " + token, body);
      }
    }
    admin(port);
    malformed(port);
    process.toHandle().destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readString(folder.resolve("log"))).contains(" getReports: 200 served");
    String rest = output.lines().collect(Collectors.joining("\n"));
    assertThat(rest + "\n" + allFiles())
        .doesNotContainIgnoringCase(CANARY)
        .doesNotContain(token)
        .doesNotContain(basic(DEMO).substring(6))
        .doesNotContain(basic("CANARY:CANARY").substring(6))
        .doesNotContain("synthetic-secret");
  }

  /** Lets in and refuses, with what fits and what does not. */
  private static void call(int port, Operation operation, String token, byte[] body)
      throws IOException {
    String good = operation.api() == Api.OPAL ? basic(DEMO) : "Bearer " + token;
    String known = operation.api() == Api.OPAL ? "5001" : "EMG000000001";
    String query =
        operation.parameters(Place.QUERY).stream()
            .map(Parameter::name)
            .map(name -> name + "=CANARY")
            .collect(Collectors.joining("&", "?CANARY=CANARY&", ""));
    for (String credentials :
        List.of(good, basic("CANARY:CANARY"), "Bearer CANARY", "Bearer default.1.CANARY")) {
      for (String value : List.of(known, CANARY, "%00CANARY", "..%2fCANARY")) {
        String path = operation.path().toString().replaceAll("\\{[^}]*}", value);
        for (String asked : List.of("?CANARY=CANARY", query, "?%zzCANARY")) {
          send(port, operation.method(), path + asked, credentials, body);
        }
      }
      String path = operation.path().toString().replaceAll("\\{[^}]*}", known);
      send(port, operation.method(), path, credentials, bodyOf("{\"CANARY\": [1, {\"a\": "));
      send(port, operation.method(), path, credentials, bodyOf("{\"username\": 1e99999999CANARY"));
      send(port, operation.method(), path, credentials, bodyOf("[".repeat(500) + "CANARY"));
      send(port, "PATCH", path, credentials, bodyOf(CANARY));
      aborted(port, operation.method() + " " + path, credentials);
    }
  }

  /** The first example of the contract with canaries in the place of texts. */
  private static byte[] body(Contract contract, Operation operation) {
    String example =
        contract
            .document()
            .path("paths")
            .path(operation.path().toString())
            .path(operation.method().toLowerCase(java.util.Locale.ROOT))
            .at("/requestBody/content/application~1json/examples")
            .findPath("value")
            .toString();
    return bodyOf(example.replaceAll(":\"[^\"]*\"", ":\"CANARY\""));
  }

  private static void admin(int port) throws IOException {
    for (String path :
        List.of(
            "/__mock/api/spaces/CANARY",
            "/__mock/api/CANARY?CANARY",
            "/__mock/api/deviations/CANARY",
            "/__mock/api/spaces/default/reports/CANARY/status",
            "/__mock/api/spaces/default/cases/CANARY/status",
            "/__admin/CANARY",
            "/__admin/mappings",
            "/__admin/mappings/CANARY",
            "/__admin/requests/find",
            "/__files/CANARY")) {
      for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
        send(port, method, path, "CANARY", bodyOf("{\"status\": \"CANARY\", \"CANARY\": 1}"));
        send(port, method, path, "CANARY", bodyOf("{\"CANARY\""));
      }
    }
    String mapping =
        "{\"request\": {\"urlPath\": \"/CANARY-MAPPED\"}, \"response\": {\"fault\":"
            + " \"CONNECTION_RESET_BY_PEER\", \"body\": \"CANARY\"}}";
    send(port, "POST", "/__admin/mappings", "", bodyOf(mapping));
    aborted(port, "GET /CANARY-MAPPED", "CANARY");
    String failing =
        "{\"request\": {\"urlPath\": \"/CANARY-FAILS\"}, \"response\": {\"bodyFileName\":"
            + " \"CANARY\", \"proxyBaseUrl\": \"http://127.0.0.1:1/CANARY\"}}";
    send(port, "POST", "/__admin/mappings", "", bodyOf(failing));
    send(port, "GET", "/CANARY-FAILS", "CANARY", new byte[0]);
  }

  private static void malformed(int port) throws IOException {
    for (String line :
        List.of(
            "CANARY",
            "GET /CANARY HTTP/CANARY",
            "GET /CANARY HTTP/1.1\r\nHost: CANARY CANARY",
            "GET /CANARY HTTP/1.1\r\nContent-Length: CANARY",
            "GET /CANARY HTTP/1.1\r\nTransfer-Encoding: CANARY",
            "GET http://CANARY/__mock/api HTTP/1.1\r\nHost: CANARY",
            "GET /" + CANARY.repeat(2_000) + " HTTP/1.1",
            "GET / HTTP/1.1\r\nX: " + CANARY.repeat(9_000),
            "GET / HTTP/1.1\r\nCANARY\u0000: CANARY",
            "POST /api/test HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 6\r\n\r\nCANARY")) {
      try (Socket socket = new Socket("localhost", port)) {
        socket.getOutputStream().write((line + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (IOException reset) {
        assertThat(reset).isNotNull();
      }
    }
  }

  private Process start() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            absolute(System.getProperty("java.class.path")),
            "-Djava.io.tmpdir=" + temporary,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            "-Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=error",
            "-Dorg.slf4j.simpleLogger.log.com.networknt=warn",
            "-Dorg.slf4j.simpleLogger.log.com.github.tomakehurst=warn",
            Main.class.getName(),
            "--port=0",
            "--http-port=0",
            "--plain-http-port=0",
            "--log=all");
    builder.environment().put("CASEWRIGHT_TOKEN_KEY", "synthetic-secret");
    return builder.directory(work.toFile()).redirectError(folder.resolve("log").toFile()).start();
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(java.io.File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static Matcher ready(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return ready;
      }
    }
    throw new AssertionError("The program ended before it was ready.");
  }

  private String allFiles() throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(file.getFileName() + "\n" + Files.readString(file));
      }
    }
    assertThat(contents).isNotEmpty();
    return String.join("\n", contents);
  }

  private static String send(
      int port, String method, String path, String authorization, byte[] body) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head(method + " " + path, authorization, body.length));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Goes away in the middle of the body. */
  private static void aborted(int port, String line, String authorization) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(head(line, authorization, 100));
      socket.getOutputStream().write(bodyOf(CANARY));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException reset) {
      assertThat(reset).isNotNull();
    }
  }

  private static byte[] head(String line, String authorization, int length) {
    return bodyOf(
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
            + HEADERS
            + "Content-Length: "
            + length
            + "\r\n\r\n");
  }

  private static byte[] bodyOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String basic(String loginAndPassword) {
    return "Basic " + Base64.getEncoder().encodeToString(bodyOf(loginAndPassword));
  }
}
