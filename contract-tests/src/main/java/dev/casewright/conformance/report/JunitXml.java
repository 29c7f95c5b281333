package dev.casewright.conformance.report;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, one test case for each requirement. A warning is passed and tells its reason in {@code
 * system-out}; what was not run is an error, since a reader would take it for green otherwise.
 */
final class JunitXml implements ReportWriter {

  @Override
  public String fileName() {
    return "TEST-casewright-conformance.xml";
  }

  @Override
  public String write(RunReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "casewright conformance");
      for (Api api : report.facts().apis()) {
        suite(xml, report, api, report.of(api));
      }
      line(xml);
      xml.writeEndElement();
      line(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The JUnit XML could not be made.", e);
    }
    return text.toString();
  }

  private static void suite(
      XMLStreamWriter xml, RunReport report, Api api, List<RequirementResult> requirements)
      throws XMLStreamException {
    Map<String, Long> kinds =
        requirements.stream().collect(Collectors.groupingBy(JunitXml::kind, Collectors.counting()));
    line(xml);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "casewright." + api.id());
    xml.writeAttribute("tests", String.valueOf(requirements.size()));
    xml.writeAttribute("failures", String.valueOf(kinds.getOrDefault("failure", 0L)));
    xml.writeAttribute("errors", String.valueOf(kinds.getOrDefault("error", 0L)));
    xml.writeAttribute("skipped", String.valueOf(kinds.getOrDefault("skipped", 0L)));
    xml.writeAttribute(
        "timestamp",
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            report.result().start().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
    xml.writeAttribute(
        "time",
        String.format(
            Locale.ROOT,
            "%.3f",
            Duration.between(report.result().start(), report.result().end()).toMillis() / 1000.0));
    for (RequirementResult requirement : requirements) {
      testCase(xml, api, requirement);
    }
    line(xml);
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Api api, RequirementResult result)
      throws XMLStreamException {
    String id = result.requirement().id();
    String group = id.substring(0, id.lastIndexOf('-'));
    line(xml);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "casewright." + api.id() + "." + group);
    xml.writeAttribute("name", id + ": " + Plain.text(result.requirement().sentence()));
    xml.writeAttribute("time", "0");
    String kind = kind(result);
    if (!kind.isEmpty()) {
      xml.writeStartElement(kind);
      xml.writeAttribute("message", Plain.text(Texts.reason(result)));
      if (!kind.equals("skipped")) {
        xml.writeAttribute("type", result.verdict().toString());
        xml.writeCharacters(Plain.text(details(result)));
      }
      xml.writeEndElement();
    }
    if (result.verdict() == Verdict.WARN) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(Plain.text("Warning: " + Texts.reason(result) + "\n" + details(result)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** The element that tells the verdict; empty for what a reader takes for passed. */
  private static String kind(RequirementResult result) {
    return switch (result.verdict()) {
      case PASS, WARN -> "";
      case FAIL -> "failure";
      case SKIP -> "skipped";
      case NOT_RUN -> result.requirement().reasonUntestable().isPresent() ? "skipped" : "error";
      case ERROR -> "error";
    };
  }

  private static String details(RequirementResult result) {
    StringBuilder text = new StringBuilder();
    for (CheckResult check : result.checks()) {
      if (check.outcome() != CheckOutcome.PASSED) {
        text.append(Texts.nameOf(check)).append(' ').append(check.where()).append('\n');
        text.append(check.reason()).append('\n');
        check.exchanges().stream()
            .skip(Math.max(0, check.exchanges().size() - 1))
            .forEach(
                last ->
                    text.append(last.request())
                        .append("\n\n")
                        .append(last.answer())
                        .append("\n\n")
                        .append(last.curl())
                        .append('\n'));
      }
    }
    return text.toString();
  }

  private static void line(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
