package dev.casewright.contracttests.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.space.Genome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Draws requests to Opal from what a space holds, most of them good and some of them not. */
final class OpalDraws {

  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "FIND", List.of("accession_id", "external_id", "genome_name", "genome_id"),
          "TYPE", List.of("report_type"),
          "STAT", List.of("report_status"),
          "ORD", List.of("order_by"),
          "PAGE", List.of("limit", "offset"));

  private final Random random;
  private final List<JsonNode> reports;
  private final List<Genome> genomes;

  OpalDraws(MockSpace space, OpalTarget opal, Random random) {
    this.random = random;
    this.reports = opal.reports("/reports");
    this.genomes = space.reportIds().stream().flatMap(id -> space.genome(id).stream()).toList();
  }

  /**
   * The path and query of a request.
   *
   * @param operation the operation that it is for
   * @param group what it is mostly about: the middle of the ids of requirements
   */
  String target(String operation, String group) {
    long id = one(reports).path("id").asLong();
    return switch (operation) {
      case "getReports" -> list(PARAMETERS.getOrDefault(group, List.of()));
      case "getOneReport" -> "/reports/" + id + extended();
      case "getFinalPdfReport" -> "/reports/" + id + "/pdf_report";
      case "getPreviewPdfReport" -> "/reports/" + id + "/pdf_preview";
      default -> throw new IllegalArgumentException("Nothing is drawn for " + operation + ".");
    };
  }

  /** One parameter of those that it is about, and up to two of any kind. */
  private String list(List<String> about) {
    List<String> others = new ArrayList<>();
    PARAMETERS.values().forEach(others::addAll);
    Collections.sort(others);
    Collections.shuffle(others, random);
    Set<String> parameters = new LinkedHashSet<>();
    if (!about.isEmpty()) {
      parameters.add(one(about));
    }
    parameters.addAll(others.subList(0, random.nextInt(3)));
    List<String> query = new ArrayList<>();
    for (String parameter : parameters) {
      query.add(parameter);
      query.add(value(parameter));
    }
    return OpalTarget.list(query.toArray(String[]::new));
  }

  private String extended() {
    return random.nextBoolean()
        ? ""
        : "?extended=" + one(List.of("True", "True", "False", "true", text(4)));
  }

  private String value(String parameter) {
    return switch (parameter) {
      case "accession_id" -> partOf(field("accession_id"));
      case "external_id" -> partOf(genome(Genome::externalId));
      case "genome_name" -> partOf(genome(Genome::name));
      case "genome_id" -> genomeId();
      case "report_type" -> one(List.of("Variant Report", "VAAST Trio Report", field("test_type")));
      case "report_status" -> random.nextInt(5) == 0 ? text(6) : field("status");
      case "order_by" -> one(List.of("run_date", "report_type", "report_status", text(8)));
      case "limit" -> number(1);
      case "offset" -> number(0);
      default -> throw new IllegalArgumentException(parameter);
    };
  }

  /** A part of a text, now and then not quite as it stands there. */
  private String partOf(String text) {
    int start = random.nextInt(text.length());
    int end = start + 1 + random.nextInt(text.length() - start);
    String part = text.substring(start, end);
    int place = random.nextInt(part.length());
    return switch (random.nextInt(8)) {
      case 0 -> part.substring(0, place) + one(List.of("%", "_")) + part.substring(place + 1);
      case 1 -> part.toLowerCase(Locale.ROOT);
      case 2 -> part.toUpperCase(Locale.ROOT);
      default -> part;
    };
  }

  private String genomeId() {
    String id = genome(genome -> Long.toString(genome.id()));
    return switch (random.nextInt(6)) {
      case 0 -> id.substring(0, 1 + random.nextInt(id.length()));
      case 1 -> Integer.toString(1_000_000 + random.nextInt(1_000_000));
      case 2 -> text(3);
      default -> id;
    };
  }

  private String number(int least) {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(least);
      case 1 -> Integer.toString(least - 1 - random.nextInt(9));
      case 2 -> text(3);
      case 3 -> Integer.toString(reports.size() + random.nextInt(100));
      default -> Integer.toString(least + random.nextInt(reports.size()));
    };
  }

  private String field(String name) {
    return one(reports).path(name).asText();
  }

  private String genome(Function<Genome, String> text) {
    return text.apply(one(genomes));
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
