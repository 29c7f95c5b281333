package dev.casewright.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A server of the Emedgene API, with the credentials of one organisation. */
public final class EmedgeneTarget {

  private static final String TOKEN = "token";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final Channel https;
  private final Channel plainHttp;
  private final String username;
  private final String password;
  private final Memory memory;

  /**
   * A server of the API.
   *
   * @param https the way to the API
   * @param plainHttp the way to the listener that only redirects
   * @param username the name of a user of the organisation
   * @param password the user's password
   * @param memory what the run knows of the organisation
   */
  public EmedgeneTarget(
      Channel https, Channel plainHttp, String username, String password, Memory memory) {
    this.https = https;
    this.plainHttp = plainHttp;
    this.username = username;
    this.password = password;
    this.memory = memory;
  }

  /** What the run knows of the organisation. */
  public Memory memory() {
    return memory;
  }

  public String username() {
    return username;
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

  /** A token of the organisation, fetched once in a run unless it is refused. */
  public String token() {
    return memory.kept(TOKEN, String.class, this::freshToken);
  }

  /** A token that no call was made with; of version 1 if the login gives none. */
  public String freshToken() {
    String fresh = textOf(login(username, password), "access_token");
    return fresh.isEmpty() ? tokenIn(textOf(loginV1(username, password), "Authorization")) : fresh;
  }

  public Answer login(String username, String password) {
    return send("POST", "/api/auth/v2/api_login/", JSON, credentials(username, password));
  }

  public Answer loginV1(String username, String password) {
    return send("POST", "/api/auth/api_login/", JSON, credentials(username, password));
  }

  /** What a login sends. */
  public static String credentials(String username, String password) {
    return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
  }

  /** The token in a header value, which is what follows the first space. */
  public static String tokenIn(String headerValue) {
    return headerValue.substring(headerValue.indexOf(' ') + 1);
  }

  public Answer get(String target) {
    return authorized("GET", target, null);
  }

  public Answer post(String target, String body) {
    return authorized("POST", target, body);
  }

  public Answer put(String target, String body) {
    return authorized("PUT", target, body);
  }

  /**
   * A request with the organisation's token; a body is announced as JSON.
   *
   * @see #withToken
   */
  public Answer authorized(String method, String target, String body) {
    return withToken(
        token -> {
          Map<String, String> headers = new HashMap<>();
          headers.put("Authorization", "Bearer " + token);
          if (body != null) {
            headers.putAll(JSON);
          }
          return send(method, target, headers, body);
        });
  }

  /**
   * A call with the organisation's token. If that is refused, it is made once more with one that no
   * call was made with, so that a server whose tokens are worth little can still be asked other
   * things.
   *
   * @param call sends a request with the token that it is given
   * @return the last answer
   */
  public Answer withToken(Function<String, Answer> call) {
    Answer answer = call.apply(token());
    if (answer.status() != 401 && answer.status() != 403) {
      return answer;
    }
    String fresh = freshToken();
    Answer next = call.apply(fresh);
    memory.keep(TOKEN, fresh);
    return next;
  }

  /** A request with just the given headers: no credentials unless they are among them. */
  public Answer send(String method, String target, Map<String, String> headers, String body) {
    try {
      Answer answer = https.send(method, target, headers, body);
      if (answer.isSuccess() && mayChange(method, target)) {
        memory.forgetSubjects();
      }
      return answer;
    } catch (NoAnswerException none) {
      memory.forgetSubjects();
      throw none;
    }
  }

  /** Neither a login nor a dry run changes what a check could choose as its subject. */
  private static boolean mayChange(String method, String target) {
    return !method.equals("GET")
        && !target.startsWith("/api/auth/")
        && !target.endsWith("dry_run=true");
  }

  /**
   * The entries of an answer in {@code hits}, in a bare array, or in the only array that it has.
   */
  public static List<JsonNode> entriesOf(Answer answer) {
    if (!answer.isSuccess()) {
      throw new AssertionError("A list was answered with " + answer.status() + ", not with 200.");
    }
    JsonNode list = answer.json();
    JsonNode array = list.isArray() ? list : list.path("hits");
    if (!array.isArray()) {
      List<JsonNode> arrays = new ArrayList<>();
      list.forEach(
          member -> {
            if (member.isArray()) {
              arrays.add(member);
            }
          });
      array = arrays.size() == 1 ? arrays.get(0) : array;
    }
    List<JsonNode> entries = new ArrayList<>();
    array.forEach(entries::add);
    return entries;
  }

  private static String textOf(Answer answer, String member) {
    JsonNode text = answer.jsonOrMissing().path(member);
    return text.isTextual() ? text.asText() : "";
  }
}
