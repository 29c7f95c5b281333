package dev.casewright.browser;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium without a window, driven over the protocol of W3C WebDriver. It may ask no host but
 * this machine.
 */
public final class Browser implements AutoCloseable {

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
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
          "--window-size=1200,900");

  private static final String LEAST_CONTRAST =
      """
      ((selector) => {
        const luminance = (rgb) => rgb.map(c => c / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const numbers = (text) => text.match(/[0-9.]+/g).slice(0, 3).map(Number);
        const back = (element) => {
          const colour = getComputedStyle(element).backgroundColor;
          return colour === 'rgba(0, 0, 0, 0)' ? back(element.parentElement) : colour;
        };
        const contrast = (element) => {
          const one = luminance(numbers(getComputedStyle(element).color));
          const other = luminance(numbers(back(element)));
          return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        };
        return Math.min(...Array.from(document.querySelectorAll(selector)).map(contrast));
      })""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  public Browser() throws IOException {
    driver = start();
    String base = "http://127.0.0.1:" + portOf(driver);
    ObjectNode options = JSON.createObjectNode();
    ObjectNode always = options.putObject("capabilities").putObject("alwaysMatch");
    always.put("browserName", "chrome");
    // The authority of the mock is in no store of the machine.
    always.put("acceptInsecureCerts", true);
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

  public void open(URI page) throws IOException {
    post("/url", JSON.createObjectNode().put("url", page.toString()));
  }

  /** What an expression of JavaScript gives. */
  public JsonNode evaluate(String expression) throws IOException {
    ObjectNode script = JSON.createObjectNode().put("script", "return " + expression);
    script.putArray("args");
    return post("/execute/sync", script);
  }

  /** Waits until an expression of JavaScript is true, ten seconds at most. */
  public void await(String expression) throws IOException {
    JsonNode happened =
        evaluate(
            "new Promise((done) => { const end = Date.now() + 10000; const look = () => {"
                + " if ("
                + expression
                + ") done(true); else if (Date.now() > end) done(false);"
                + " else setTimeout(look, 20); }; look(); })");
    if (!happened.asBoolean()) {
      throw new IllegalStateException("This never came true in the browser: " + expression);
    }
  }

  /** The least contrast between a text and what is behind it. */
  public double leastContrast(String selector) throws IOException {
    return evaluate(LEAST_CONTRAST + "('" + selector + "')").asDouble();
  }

  /** The addresses that pages asked for since the last call. */
  public List<String> requests() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (String entry : log("performance")) {
      JsonNode message = JSON.readTree(entry).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(message.at("/params/request/url").asText());
      }
    }
    return addresses;
  }

  public void click(String selector) throws IOException {
    post("/element/" + find(selector) + "/click", JSON.createObjectNode());
  }

  /** Types a key; the codes are those of WebDriver. */
  public void type(String selector, String keys) throws IOException {
    post("/element/" + find(selector) + "/value", JSON.createObjectNode().put("text", keys));
  }

  /** Sends a command of the Chrome DevTools protocol. */
  public JsonNode tell(String command, String parameters) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("cmd", command);
    body.set("params", JSON.readTree(parameters));
    return post("/goog/cdp/execute", body);
  }

  public List<String> log(String type) throws IOException {
    return post("/se/log", JSON.createObjectNode().put("type", type)).findValuesAsText("message");
  }

  public void keepScreenshot(Path file) throws IOException {
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
