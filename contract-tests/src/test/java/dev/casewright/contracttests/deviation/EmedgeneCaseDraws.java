package dev.casewright.contracttests.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws calls that log in, create cases, list users and assign them, and reads what became of it.
 * It draws them against a server that does everything right and notes what that one answers.
 */
final class EmedgeneCaseDraws {

  private static final String V2 = "/api/auth/v2/api_login/";
  private static final String V1 = "/api/auth/api_login/";
  private static final String USERS = "/api/user/org_users/";
  private static final String CASES = "/api/cases/v2/cases";
  private static final String LIST = "/api/test";
  private static final String STANDARD = "Authorization";
  private static final String TYPE = "Content-Type";
  private static final String VENDORS = "Emgauthorization";
  private static final int READS_OF_A_NEW_CASE = 2;

  private final Random random;
  private final Channel server;
  private final String username;
  private final String password;
  private final String expired;
  private final List<Drawn> drawn = new ArrayList<>();
  private final String token;
  private final List<Long> users;
  private final List<String> open;
  private final List<String> finalized;
  private final EmedgeneRandomPayload payloads;

  EmedgeneCaseDraws(
      Random random, Channel server, String username, String password, String expired) {
    this.random = random;
    this.server = server;
    this.username = username;
    this.password = password;
    this.expired = expired;
    this.token =
        note("POST", V2, Map.of(), credentials().toString()).json().path("access_token").asText();
    this.users = read(USERS).json().findValues("id").stream().map(JsonNode::asLong).toList();
    this.open = names("delivered");
    this.finalized = names("finalized");
    JsonNode seeded = read(LIST + "/" + open.get(0)).json();
    this.payloads = new EmedgeneRandomPayload(random, seeded.at("/samples/0/id").asLong());
  }

  /** What has been drawn so far, with the answers. */
  List<Drawn> drawn() {
    return List.copyOf(drawn);
  }

  void draw() {
    switch (random.nextInt(12)) {
      case 0, 1 -> drawLogin();
      case 2, 3, 4 -> note("GET", random.nextBoolean() ? LIST : USERS, oddCredentials(), null);
      case 5 -> note("GET", USERS, good(), object().put(payloads.text(), 1).toString());
      case 6, 7 -> drawAssignment();
      default -> drawCase();
    }
  }

  private void drawLogin() {
    String path = random.nextBoolean() ? V2 : V1;
    ObjectNode body = credentials();
    Map<String, String> headers = json();
    switch (random.nextInt(6)) {
      case 0 -> body.put("password", payloads.text());
      case 1 -> body.remove(random.nextBoolean() ? "username" : "password");
      case 2 -> {
        path = V2;
        headers.put(STANDARD, "");
      }
      case 3 -> headers.put(STANDARD, "Bearer " + random.nextInt());
      case 4 -> headers = otherType();
      default -> {}
    }
    Answer answer = note("POST", path, headers, body.toString());
    if (answer.status() == 200) {
      JsonNode given = answer.json();
      String value =
          given.has(STANDARD)
              ? given.path(STANDARD).asText()
              : given.path("token_type").asText() + " " + given.path("access_token").asText();
      note("GET", LIST, Map.of(STANDARD, value), null);
    }
  }

  private void drawCase() {
    switch (random.nextInt(10)) {
      case 0 -> create("?dry_run=true", payloads.withUnknownPhenotype());
      case 1 -> create("", payloads.withUnknownPhenotype());
      case 2 -> create("?dry_run=true", payloads.withoutProband());
      case 3 -> create("?dry_run=false", payloads.withoutProband());
      case 4 -> create("", payloads.withoutTestData());
      case 5 -> create("?dry_run=" + random.nextInt(100), payloads.valid());
      case 6 -> create("?dry_run=true", payloads.valid());
      case 7 -> create("?dry_run=false", payloads.valid());
      case 8 -> {
        String payload = payloads.valid().toString();
        String cut = payload.substring(0, random.nextInt(1, payload.length()));
        note("POST", CASES, with(json()), cut);
      }
      default -> create("", payloads.valid());
    }
  }

  private void create(String query, ObjectNode payload) {
    Answer answer = note("POST", CASES + query, with(json()), payload.toString());
    if (answer.status() == 201) {
      String name = answer.json().path("name").asText();
      open.add(name);
      for (int i = 0; i < READS_OF_A_NEW_CASE; i++) {
        read(LIST + "/" + name);
      }
    } else {
      read(LIST);
    }
  }

  private void drawAssignment() {
    int first = random.nextInt(users.size());
    ObjectNode body = object().put("action", "assign");
    users
        .subList(first, random.nextInt(first, users.size()) + 1)
        .forEach(body.putArray("ids")::add);
    String name = oneOf(open);
    Map<String, String> type = json();
    switch (random.nextInt(6)) {
      case 0 -> body.withArray("ids").add(1_000_000_000_000L + random.nextInt(1_000_000));
      case 1 -> body.put("action", payloads.text());
      case 2 -> body.remove(random.nextBoolean() ? "action" : "ids");
      case 3 -> name = oneOf(finalized);
      case 4 -> type = otherType();
      default -> {}
    }
    note("POST", "/api/participant/" + name, with(type), body.toString());
    read(LIST + "/" + name);
  }

  private Answer read(String target) {
    return note("GET", target, good(), null);
  }

  private Answer note(String method, String target, Map<String, String> headers, String body) {
    Answer answer = server.send(method, target, headers, body);
    drawn.add(new Drawn(method, target, headers, body, answer));
    return answer;
  }

  private Map<String, String> oddCredentials() {
    return switch (random.nextInt(9)) {
      case 0 -> Map.of();
      case 1 -> Map.of(STANDARD, "");
      case 2 -> Map.of(STANDARD, "bearer " + token);
      case 3 -> Map.of(VENDORS, "Bearer " + token);
      case 4 -> Map.of(VENDORS, "BEARER " + token, STANDARD, "Bearer " + random.nextInt());
      case 5 -> Map.of(STANDARD, "Bearer " + token, VENDORS, "Bearer " + expired);
      case 6 -> Map.of(STANDARD, "Bearer " + random.nextInt());
      case 7 -> Map.of(VENDORS, "Bearer " + token.replace('.', '-'));
      default -> Map.of(random.nextBoolean() ? STANDARD : VENDORS, "Bearer " + expired);
    };
  }

  private Map<String, String> otherType() {
    return random.nextBoolean()
        ? new HashMap<>()
        : new HashMap<>(Map.of(TYPE, "application/x-www-form-urlencoded"));
  }

  private static Map<String, String> json() {
    return new HashMap<>(Map.of(TYPE, "application/json"));
  }

  private Map<String, String> with(Map<String, String> type) {
    Map<String, String> headers = new HashMap<>(type);
    headers.putAll(good());
    return headers;
  }

  private Map<String, String> good() {
    return Map.of(STANDARD, "Bearer " + token);
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private List<String> names(String status) {
    return new ArrayList<>(read(LIST + "?status=" + status).json().findValuesAsText("name"));
  }

  private ObjectNode credentials() {
    return object().put("username", username).put("password", password);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * A call, and what a server that does everything right answers to it.
   *
   * @param method the method
   * @param target path and query
   * @param headers the headers
   * @param body the body, or null without one
   * @param right the right answer
   */
  record Drawn(
      String method, String target, Map<String, String> headers, String body, Answer right) {

    /** Whether another server answers in another way. */
    boolean isAnsweredOtherwiseBy(Channel server) {
      return !gist(server.send(method, target, headers, body)).equals(gist(right));
    }

    private static String gist(Answer answer) {
      return answer.status() + " " + answer.header("Content-Type") + " " + answer.text();
    }
  }
}
