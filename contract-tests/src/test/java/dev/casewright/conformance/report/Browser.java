package dev.casewright.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium without a window, driven over the protocol of W3C WebDriver. It may ask no host but
 * this machine.
 */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--no-default-browser-check",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--window-size=1200,900");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  Browser() throws IOException {
    driver = start();
    String base = "http://127.0.0.1:" + portOf(driver);
    ObjectNode options = JSON.createObjectNode();
    ObjectNode always = options.putObject("capabilities").putObject("alwaysMatch");
    always.put("browserName", "chrome");
    always.putObject("goog:loggingPrefs").put("browser", "ALL").put("performance", "ALL");
    always.putObject("goog:chromeOptions").set("args", JSON.valueToTree(ARGUMENTS));
    session =
        base + "/session/" + call("POST", base + "/session", options).path("sessionId").asText();
  }

  private static Process start() {
    try {
      return new ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IllegalStateException(
          "chromedriver is needed: install Debian's chromium and chromium-driver.", missing);
    }
  }

  private static String portOf(Process driver) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return port.group(1);
      }
    }
    throw new IllegalStateException("chromedriver ended without telling its port.");
  }

  void open(Path page) throws IOException {
    post("/url", JSON.createObjectNode().put("url", page.toUri().toString()));
  }

  /** What an expression of JavaScript gives. */
  JsonNode evaluate(String expression) throws IOException {
    ObjectNode script = JSON.createObjectNode().put("script", "return " + expression);
    script.putArray("args");
    return post("/execute/sync", script);
  }

  void click(String selector) throws IOException {
    post("/element/" + find(selector) + "/click", JSON.createObjectNode());
  }

  /** Types a key; the codes are those of WebDriver. */
  void type(String selector, String keys) throws IOException {
    post("/element/" + find(selector) + "/value", JSON.createObjectNode().put("text", keys));
  }

  /** Sends a command of the Chrome DevTools protocol. */
  JsonNode tell(String command, String parameters) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("cmd", command);
    body.set("params", JSON.readTree(parameters));
    return post("/goog/cdp/execute", body);
  }

  List<String> log(String type) throws IOException {
    return post("/se/log", JSON.createObjectNode().put("type", type)).findValuesAsText("message");
  }

  void keepScreenshot(Path file) throws IOException {
    String picture = call("GET", session + "/screenshot", null).asText();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture));
  }

  private String find(String selector) throws IOException {
    return post(
            "/element", JSON.createObjectNode().put("using", "css selector").put("value", selector))
        .path(ELEMENT)
        .asText();
  }

  private JsonNode post(String path, JsonNode body) throws IOException {
    return call("POST", session + path, body);
  }

  private JsonNode call(String method, String url, JsonNode body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    JsonNode value = JSON.readTree(answerTo(request)).path("value");
    if (value.has("error")) {
      throw new IllegalStateException(value.path("message").asText());
    }
    return value;
  }

  private String answerTo(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the browser worked.", interruption);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      call("DELETE", session, null);
    } finally {
      driver.destroy();
      driver.onExit().join();
    }
  }
}
