package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.space.ReportStage;
import dev.casewright.mockserver.space.ReportStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the shape of {@code reports.yaml} cannot say: variants that are there, one genome for each
 * genome id, times in order, and statuses that agree with them.
 */
final class ReportRules {

  /** In the order in which they happen. */
  private static final List<String> TIMES =
      List.of(
          "sample_collected_date", "sample_received_date", "created_on", "report_approved_date");

  private final PackFiles files;
  private final Mistakes mistakes;
  private final Map<String, JsonNode> genomes = new HashMap<>();

  ReportRules(PackFiles files, Mistakes mistakes) {
    this.files = files;
    this.mistakes = mistakes;
  }

  void check() {
    JsonNode reports = files.reports().root();
    for (int i = 0; i < reports.size(); i++) {
      check(reports.path(i), "/" + i);
    }
  }

  private void check(JsonNode report, String at) {
    checkGenome(report, at);
    checkTimes(report, at);
    checkStatus(report, at);
    Set<String> seen = new HashSet<>();
    JsonNode mentions = report.path("variants");
    for (int i = 0; i < mentions.size(); i++) {
      String key = mentions.path(i).path("variant").asText();
      JsonNode variant = files.variants().root().path(key);
      String where = at + "/variants/" + i + "/variant";
      if (variant.isMissingNode()) {
        add(where, "names a variant that " + files.variants().name() + " does not have");
      } else if (!variant.has("grch37")) {
        add(where, "names a variant without grch37, which is the genome of Opal");
      }
      if (!seen.add(key)) {
        add(where, "names the same variant again");
      }
    }
  }

  private void checkGenome(JsonNode report, String at) {
    JsonNode genome = report.path("genome");
    JsonNode known = genomes.putIfAbsent(genome.path("id").asText(), genome);
    if (known != null && !known.equals(genome)) {
      add(at + "/genome", "has the id of another genome, which has another name or external id");
    }
    for (String parent : new String[] {"mother_genome_id", "father_genome_id"}) {
      if (report.hasNonNull(parent) && report.path(parent).equals(genome.path("id"))) {
        add(at + "/" + parent, "is the genome of the patient");
      }
    }
  }

  private void checkTimes(JsonNode report, String at) {
    String last = "";
    String lastName = "";
    for (String name : TIMES) {
      if (report.path(name).isTextual()) {
        String time = report.path(name).asText();
        if (time.compareTo(last) < 0) {
          add(at + "/" + name, "is before " + lastName);
        }
        last = time;
        lastName = name;
      }
    }
  }

  private void checkStatus(JsonNode report, String at) {
    String status = report.path("status").asText();
    if (status.equals(ReportStatus.APPROVED) && !report.hasNonNull("report_approved_date")) {
      add(at + "/status", "is APPROVED, but there is no report_approved_date");
    }
    if (!ReportStage.of(status).hasResult() && report.path("variants").size() > 0) {
      add(at + "/variants", "must be empty: a report in this status has no result yet");
    }
    if (report.path("reviewed_variant_count").asInt() > report.path("variants").size()) {
      add(at + "/reviewed_variant_count", "is more than there are variants");
    }
  }

  private void add(String pointer, String rule) {
    mistakes.add(files.reports(), pointer, rule);
  }
}
