package dev.casewright.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import java.util.Locale;

/** JSON for machines; {@code run-report.schema.json} beside this class describes it. */
final class JsonReport implements ReportWriter {

  static final String SCHEMA = "run-report.schema.json";

  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Override
  public String fileName() {
    return "casewright-conformance.json";
  }

  @Override
  public String write(RunReport report) {
    ObjectNode json = JSON.createObjectNode().put("version", VERSION);
    facts(report.facts(), json);
    json.put("start", report.result().start().toString())
        .put("end", report.result().end().toString())
        .put("requests", report.result().requests())
        .put("incomplete", report.result().incomplete().orElse(null));
    ObjectNode counts = json.putObject("counts");
    report.counts().forEach((verdict, count) -> counts.put(verdict.toString(), count));
    ArrayNode requirements = json.putArray("requirements");
    report.result().requirements().forEach(each -> requirement(each, requirements.addObject()));
    ArrayNode sections = json.putArray("sections");
    report.sections().forEach(each -> section(each, sections.addObject()));
    try {
      return JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The JSON report could not be made.", e);
    }
  }

  private static void facts(RunFacts facts, ObjectNode json) {
    json.putObject("suite").put("version", facts.suiteVersion()).put("sha256", facts.suiteDigest());
    ObjectNode contract = json.putObject("contract");
    facts.contractDigests().forEach(contract::put);
    json.put("jdk", facts.jdk()).put("operatingSystem", facts.operatingSystem());
    json.put("target", facts.target().toString());
    ArrayNode apis = json.putArray("apis");
    facts.apis().forEach(api -> apis.add(api.id()));
    json.put("effects", facts.effects().toString());
    ArrayNode probes = json.putArray("probes");
    facts.probes().forEach(probe -> probes.add(probe.toString()));
    json.put("strict", facts.strict());
  }

  private static void requirement(RequirementResult result, ObjectNode json) {
    json.put("id", result.requirement().id())
        .put("sentence", result.requirement().sentence())
        .put("source", result.requirement().source())
        .put("evidence", result.requirement().evidence().toString())
        .put("verdict", result.verdict().toString())
        .put("reason", Texts.reason(result));
    ArrayNode checks = json.putArray("checks");
    result.checks().forEach(each -> check(each, checks.addObject()));
  }

  private static void check(CheckResult check, ObjectNode json) {
    json.put("check", check.check())
        .put("variant", check.variant())
        .put("outcome", check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .put("reason", check.reason())
        .put("where", check.where());
    ArrayNode exchanges = json.putArray("exchanges");
    check
        .exchanges()
        .forEach(
            each ->
                exchanges
                    .addObject()
                    .put("operation", each.operation())
                    .put("request", each.request())
                    .put("answer", each.answer())
                    .put("curl", each.curl()));
  }

  private static void section(Section section, ObjectNode json) {
    json.put("id", section.id()).put("title", section.title());
    ArrayNode text = json.putArray("text");
    section.text().forEach(text::add);
    ArrayNode columns = json.putArray("columns");
    section.columns().forEach(columns::add);
    ArrayNode rows = json.putArray("rows");
    section
        .rows()
        .forEach(
            row -> {
              ArrayNode cells = rows.addArray();
              row.forEach(cells::add);
            });
  }
}
