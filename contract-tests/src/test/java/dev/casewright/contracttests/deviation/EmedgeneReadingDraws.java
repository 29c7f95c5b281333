package dev.casewright.contracttests.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/**
 * Draws calls at random. What it knows of the server, it has from the answers to the calls before:
 * names of cases, statuses, times and samples.
 */
final class EmedgeneReadingDraws {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final int A_FEW_HOURS_IN_SECONDS = 10_000;

  private final Random random;
  private final EmedgeneRandomBodies bodies;
  private final Deque<Step> pending = new ArrayDeque<>();
  private final List<String> names = new ArrayList<>();
  private final TreeSet<String> statuses = new TreeSet<>();
  private final List<LocalDateTime> changes = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private final TreeSet<String> sampleTypes = new TreeSet<>();

  EmedgeneReadingDraws(long seed) {
    this.random = new Random(seed);
    this.bodies = new EmedgeneRandomBodies(random);
  }

  /** What is drawn for the requirements of an area, such as {@code LIST}. */
  Step next(String area) {
    if (pending.isEmpty()) {
      draw(area);
    }
    return pending.remove();
  }

  /** Learns from an answer. */
  void learn(Step step, Answer answer) {
    if (answer.status() == 201 && step.path().startsWith("/api/cases/")) {
      String name = answer.json().path("name").asText();
      names.add(name);
      pending.addFirst(get("/api/test/" + name));
    }
  }

  /** Learns what the list says of a case. */
  void learnEntry(JsonNode entry) {
    names.add(entry.path("name").asText());
    statuses.add(entry.path("status").asText());
  }

  /** Learns what else stands in a case. */
  void learnCase(JsonNode detail) {
    String change = detail.path("status_change_date").asText();
    changes.add(LocalDateTime.parse(change, DateTimeFormatter.RFC_1123_DATE_TIME));
    bodies.learnPhenotypes(detail.path("phenotypes"));
    for (JsonNode sample : detail.path("samples")) {
      samples.add(sample.path("fastq").asText());
      sampleTypes.add(sample.path("sampleType").asText());
    }
  }

  private void draw(String area) {
    switch (area) {
      case "GET", "INFO", "CAND" -> reading();
      case "STAT" -> status();
      case "LIST" -> list();
      case "REP" -> report();
      case "PRESET" -> presetGroup();
      case "SAMP" -> pending.add(samples());
      case "DOC" -> pending.add(new Step("GET", "/api/apidoc/swagger", null, random.nextBoolean()));
      default -> throw new IllegalArgumentException("Nothing is drawn for " + area + ".");
    }
  }

  private void reading() {
    if (random.nextInt(5) == 0) {
      pending.add(created());
    } else {
      String name = oneOf(names);
      pending.add(
          get(
              oneOf(
                  List.of(
                      "/api/test/" + name,
                      "/api/test/" + name + "/info",
                      "/api/candidates/" + name))));
    }
  }

  private void status() {
    String name = oneOf(names);
    pending.add(new Step("PUT", "/api/test/" + name, bodies.status(statuses), true));
    pending.add(get("/api/test/" + name));
    if (random.nextBoolean()) {
      pending.add(get("/api/test/" + name + "/info"));
      pending.add(get("/api/candidates/" + name));
      pending.add(groupFor(name));
    }
  }

  private void list() {
    List<String> query = new ArrayList<>();
    if (random.nextBoolean()) {
      String status = random.nextInt(4) == 0 ? bodies.word() : oneOf(List.copyOf(statuses));
      query.add("status=" + status);
    }
    if (random.nextBoolean()) {
      query.add("from_status_change_date=" + encoded(time()));
    }
    pending.add(get("/api/test" + (query.isEmpty() ? "" : "?" + String.join("&", query))));
  }

  private String time() {
    LocalDateTime time =
        oneOf(changes)
            .plusSeconds(random.nextInt(A_FEW_HOURS_IN_SECONDS) - A_FEW_HOURS_IN_SECONDS / 2);
    String written = time.format(SECONDS);
    return switch (random.nextInt(5)) {
      case 0 -> written;
      case 1 -> written + String.format(Locale.ROOT, ".%06d", random.nextInt(1_000_000));
      case 2 -> written + "Z";
      case 3 -> {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1_000) - 500));
        yield written + DateTimeFormatter.ofPattern("xxx").format(zone);
      }
      default -> oneOf(List.of(bodies.word(), written.replace('T', ' '), written.substring(0, 10)));
    };
  }

  private void report() {
    String type = random.nextInt(4) == 0 ? bodies.word() : oneOf(List.of("pdf", "json"));
    int id = 1 + random.nextInt(random.nextInt(4) == 0 ? 1_000 : 2);
    Step fetch = get("/api/test/v2/" + oneOf(names) + "/reports/" + type + "/" + id);
    pending.add(fetch);
    if (random.nextInt(4) == 0) {
      pending.add(fetch);
    }
  }

  private void presetGroup() {
    pending.add(random.nextInt(5) == 0 ? created() : groupFor(oneOf(names)));
  }

  private Step samples() {
    List<String> query = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      query.add("query=" + encoded(changed(partOf(oneOf(samples)))));
    }
    if (random.nextInt(3) == 0) {
      query.add("exact_match=" + random.nextBoolean());
    }
    if (random.nextInt(3) == 0) {
      query.add("sampleType=" + oneOf(List.copyOf(sampleTypes)));
    }
    return get("/api/sample/" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
  }

  private String partOf(String name) {
    int from = random.nextInt(name.length());
    return random.nextInt(3) == 0
        ? name
        : name.substring(from, from + 1 + random.nextInt(name.length() - from));
  }

  private String changed(String text) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + oneOf(List.of("%", "_")) + text.substring(at + 1);
      case 1 -> text.toLowerCase(Locale.ROOT);
      case 2 -> text + bodies.word();
      default -> text;
    };
  }

  private Step created() {
    return new Step("POST", "/api/cases/v2/cases", bodies.newCase(), true);
  }

  private Step groupFor(String name) {
    return new Step("POST", "/api/test/" + name + "/preset_group", bodies.presetGroup(), true);
  }

  private static Step get(String target) {
    return new Step("GET", target, null, true);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * One call.
   *
   * @param method the method
   * @param path the path and the query
   * @param body the body, or null without one
   * @param loggedIn whether it brings a token
   */
  record Step(String method, String path, String body, boolean loggedIn) {}
}
