package dev.casewright.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A server of the Opal API, with the credentials of one workspace. */
public final class OpalTarget {

  private final Channel https;
  private final Channel plainHttp;
  private final String login;
  private final String password;
  private final Memory memory;

  /**
   * A server of the API.
   *
   * @param https the way to the API
   * @param plainHttp the way to the listener that only redirects
   * @param login the login of the workspace's key
   * @param password its password
   * @param memory what the run knows of the workspace
   */
  public OpalTarget(
      Channel https, Channel plainHttp, String login, String password, Memory memory) {
    this.https = https;
    this.plainHttp = plainHttp;
    this.login = login;
    this.password = password;
    this.memory = memory;
  }

  /** What the run knows of the workspace. */
  public Memory memory() {
    return memory;
  }

  public String login() {
    return login;
  }

  public String password() {
    return password;
  }

  /** A request to the listener that answers without TLS. */
  public Answer sendOverPlainHttp(
      String method, String target, Map<String, String> headers, String body) {
    return plainHttp.send(method, target, headers, body);
  }

  /** The host of the listener that answers without TLS. */
  public String plainHttpHost() {
    return plainHttp.baseUrl().getHost();
  }

  /** The header with the workspace's credentials. */
  public Map<String, String> credentials() {
    return Map.of("Authorization", basic(login, password));
  }

  /** A GET with the workspace's credentials. */
  public Answer get(String target) {
    return send("GET", target, credentials(), null);
  }

  /** A GET without credentials. */
  public Answer getAnonymously(String target) {
    return send("GET", target, Map.of(), null);
  }

  /** A GET with another {@code Authorization} header than the workspace's. */
  public Answer getWithAuthorization(String target, String authorization) {
    return send("GET", target, Map.of("Authorization", authorization), null);
  }

  /** A request with just the given headers: no credentials unless they are among them. */
  public Answer send(String method, String target, Map<String, String> headers, String body) {
    return https.send(method, target, headers, body);
  }

  /** The reports of a list that was answered with 200, whatever the shape of the list. */
  public List<JsonNode> reports(String target) {
    return reportsOf(get(target));
  }

  /** The reports of a list, or none if the server refuses to list them. */
  public List<JsonNode> reportsIfListed(String target) {
    Answer answer = get(target);
    return answer.status() == 200 ? reportsOf(answer) : List.of();
  }

  /** A single report that was answered with 200, bare or under {@code clinical_report}. */
  public JsonNode report(String target) {
    Answer answer = get(target);
    if (answer.status() != 200) {
      throw new AssertionError("A report was answered with " + answer.status() + ", not with 200.");
    }
    JsonNode report = answer.json();
    return report.has("clinical_report") ? report.path("clinical_report") : report;
  }

  /** The target of a list with the given parameters: names and values by turns. */
  public static String list(String... namesAndValues) {
    StringBuilder target = new StringBuilder("/reports");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      target
          .append(i == 0 ? '?' : '&')
          .append(namesAndValues[i])
          .append('=')
          .append(encoded(namesAndValues[i + 1]));
    }
    return target.toString();
  }

  /** The reports of a list answer in any of its three known shapes. */
  public static List<JsonNode> reportsOf(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError("A list was answered with " + answer.status() + ", not with 200.");
    }
    JsonNode list = answer.json();
    if (list.isArray() && list.size() == 1 && list.get(0).has("objects")) {
      list = list.get(0);
    }
    List<JsonNode> reports = new ArrayList<>();
    (list.isArray() ? list : list.path("objects")).forEach(reports::add);
    return reports;
  }

  public static String basic(String login, String password) {
    byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
