package dev.casewright.conformance.difference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Answer;
import dev.casewright.openapi.AnswerHeader;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two versions of an operation. */
final class OperationComparison {

  private static final int FIRST_ERROR = 400;

  private final JsonNode before;
  private final JsonNode after;
  private final Findings findings = new Findings();

  OperationComparison(Contract before, Contract after) {
    this.before = before.document();
    this.after = after.document();
  }

  List<Change> compare(Operation old, Operation now) {
    findings.compareWords(true, "", "the method", old.method(), now.method());
    findings.compareWords(true, "", "the path", old.path().toString(), now.path().toString());
    findings.compareWords(false, "", "the evidence", old.evidence(), now.evidence());
    findings.compareWords(true, "", "the effect", old.effect(), now.effect());
    // A client repeats what is idempotent.
    findings.compareWords(old.idempotent(), "", "idempotent", old.idempotent(), now.idempotent());
    findings.compareWords(
        !now.securitySchemes().containsAll(old.securitySchemes())
            || old.securitySchemes().isEmpty(),
        "",
        "the credentials",
        old.securitySchemes(),
        now.securitySchemes());
    compareParameters(old, now);
    compareRequestBodies(old, now);
    compareAnswers(old, now);
    return findings.all();
  }

  private void compareParameters(Operation old, Operation now) {
    Map<String, Parameter> parametersBefore = byPlace(old);
    Map<String, Parameter> parametersNow = byPlace(now);
    parametersBefore.forEach(
        (place, parameter) -> {
          Parameter next = parametersNow.get(place);
          if (next == null) {
            findings.add(true, place, "the parameter is gone");
          } else {
            findings.compareWords(
                next.required(), place, "required", parameter.required(), next.required());
            schemas(findings.sent(), place, parameter.pointer(), next.pointer());
          }
        });
    parametersNow.forEach(
        (place, parameter) -> {
          if (!parametersBefore.containsKey(place)) {
            String required = parameter.required() ? "the required parameter" : "the parameter";
            findings.add(parameter.required(), place, required + " is new");
          }
        });
  }

  private static Map<String, Parameter> byPlace(Operation operation) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    operation.parameters().forEach(each -> parameters.put(each.place() + " " + each.name(), each));
    return parameters;
  }

  private void compareRequestBodies(Operation old, Operation now) {
    findings.compareWords(
        now.bodyRequired(), "body", "required", old.bodyRequired(), now.bodyRequired());
    if (old.bodySchema().isPresent() && now.bodySchema().isPresent()) {
      schemas(findings.sent(), "body", old.bodySchema().get(), now.bodySchema().get());
    } else {
      findings.compareWords(
          old.bodySchema().isPresent(),
          "body",
          "taken as JSON",
          old.bodySchema().isPresent(),
          now.bodySchema().isPresent());
    }
  }

  private void compareAnswers(Operation old, Operation now) {
    Set<Integer> statuses = new TreeSet<>(old.answers().keySet());
    statuses.addAll(now.answers().keySet());
    for (int status : statuses) {
      Answer answerBefore = old.answers().get(status);
      Answer answerNow = now.answers().get(status);
      String place = "answer " + status;
      if (answerBefore == null) {
        findings.add(status < FIRST_ERROR, place, "the status is new");
      } else if (answerNow == null) {
        findings.add(status < FIRST_ERROR, place, "the status is gone");
      } else {
        compareAnswers(place, answerBefore, answerNow);
      }
    }
  }

  private void compareAnswers(String place, Answer old, Answer now) {
    findings.compareWords(
        true, place, "without TLS only", old.plainHttpOnly(), now.plainHttpOnly());
    findings.compareWords(false, place, "the evidence", old.evidence(), now.evidence());
    Set<String> types = new TreeSet<>(old.content().keySet());
    types.addAll(now.content().keySet());
    for (String type : types) {
      if (!old.content().containsKey(type)) {
        findings.add(true, place, "the media type " + type + " is new");
      } else if (!now.content().containsKey(type)) {
        findings.add(now.content().isEmpty(), place, "the media type " + type + " is gone");
      } else {
        schemas(
            findings.answered(), place + " body", old.content().get(type), now.content().get(type));
      }
    }
    compareHeaders(place, old, now);
  }

  private void compareHeaders(String place, Answer old, Answer now) {
    Map<String, AnswerHeader> headersNow = new LinkedHashMap<>();
    now.headers().forEach(header -> headersNow.put(header.name(), header));
    for (AnswerHeader header : old.headers()) {
      AnswerHeader next = headersNow.remove(header.name());
      String at = place + " header " + header.name();
      if (next == null) {
        findings.add(true, at, "the header is gone");
      } else {
        findings.compareWords(
            header.required(), at, "required", header.required(), next.required());
        schemas(findings.answered(), at, header.pointer(), next.pointer());
      }
    }
    headersNow
        .keySet()
        .forEach(name -> findings.add(false, place + " header " + name, "the header is new"));
  }

  private void schemas(Findings.Side side, String place, String old, String now) {
    new SchemaComparison(before, after, side).compare(place, before.at(old), after.at(now));
  }
}
