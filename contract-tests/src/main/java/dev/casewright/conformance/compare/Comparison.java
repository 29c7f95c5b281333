package dev.casewright.conformance.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Requirement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two servers, checked with the same settings.
 *
 * @param requirements every requirement that was in scope of one run or both, in the order of the
 *     first, then of the second
 */
public record Comparison(List<ComparedRequirement> requirements) {

  /** Keeps a copy of the list. */
  public Comparison {
    requirements = List.copyOf(requirements);
  }

  /**
   * Checks two servers, one after the other. Blocks.
   *
   * @param suite the checks
   * @param first the settings for the first
   * @param second the same settings, with the addresses of the second
   * @param firstWatcher hears of every exchange with the first; must be thread-safe
   * @param secondWatcher hears of every exchange with the second; must be thread-safe
   * @return the verdicts side by side
   */
  public static Comparison run(
      Suite suite,
      RunSettings first,
      RunSettings second,
      Consumer<Exchange> firstWatcher,
      Consumer<Exchange> secondWatcher) {
    return of(suite.run(first, firstWatcher), suite.run(second, secondWatcher));
  }

  /**
   * Puts two runs side by side.
   *
   * @param first the run against the first server
   * @param second the run against the second
   * @return the verdicts side by side; a requirement that was out of scope was not run
   */
  public static Comparison of(RunResult first, RunResult second) {
    Map<String, RequirementResult> ofFirst = byId(first);
    Map<String, RequirementResult> ofSecond = byId(second);
    Map<String, Requirement> all = new LinkedHashMap<>();
    first.requirements().forEach(each -> all.put(each.requirement().id(), each.requirement()));
    second.requirements().forEach(each -> all.put(each.requirement().id(), each.requirement()));
    return new Comparison(
        all.values().stream()
            .map(each -> compared(each, ofFirst.get(each.id()), ofSecond.get(each.id())))
            .toList());
  }

  private static Map<String, RequirementResult> byId(RunResult run) {
    Map<String, RequirementResult> results = new LinkedHashMap<>();
    run.requirements().forEach(each -> results.put(each.requirement().id(), each));
    return results;
  }

  private static ComparedRequirement compared(
      Requirement requirement, RequirementResult first, RequirementResult second) {
    return new ComparedRequirement(
        requirement, verdict(first), verdict(second), reason(first), reason(second));
  }

  private static Verdict verdict(RequirementResult result) {
    return result == null ? Verdict.NOT_RUN : result.verdict();
  }

  private static String reason(RequirementResult result) {
    return Optional.ofNullable(result).map(RequirementResult::reason).orElse("");
  }

  /**
   * The requirements that one server keeps and the other does not.
   *
   * @return them, in order
   */
  public List<ComparedRequirement> disagreements() {
    return requirements.stream().filter(each -> each.agreement() == Agreement.DISAGREE).toList();
  }

  /**
   * How often each outcome came.
   *
   * @return a number for every outcome, 0 included
   */
  public Map<Agreement, Long> counts() {
    Map<Agreement, Long> counts = new EnumMap<>(Agreement.class);
    for (Agreement agreement : Agreement.values()) {
      counts.put(
          agreement, requirements.stream().filter(each -> each.agreement() == agreement).count());
    }
    return Collections.unmodifiableMap(counts);
  }

  /**
   * As a table for people: the counts, and each requirement on which the two do not both pass.
   *
   * @return Markdown, the same for the same comparison
   */
  public String markdown() {
    StringBuilder text = new StringBuilder("# Two servers side by side\n\n");
    counts().forEach((agreement, count) -> text.append(line(agreement, count)));
    text.append("\n| requirement | first | second | outcome |\n|---|---|---|---|\n");
    for (ComparedRequirement each : requirements) {
      if (each.agreement() != Agreement.BOTH_PASS) {
        text.append("| ").append(each.requirement().id());
        text.append(" | ").append(each.first());
        text.append(" | ").append(each.second());
        text.append(" | ").append(each.agreement()).append(" |\n");
      }
    }
    return text.toString();
  }

  private static String line(Agreement agreement, long count) {
    return "- " + agreement + ": " + count + "\n";
  }

  /**
   * As JSON: {@code counts} by outcome, and {@code requirements} with {@code id}, {@code first},
   * {@code second}, {@code outcome} and, where there are any, {@code first_reason} and {@code
   * second_reason}.
   *
   * @return a tree that the caller may change
   */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode counts = json.putObject("counts");
    counts().forEach((agreement, count) -> counts.put(agreement.toString(), count));
    ArrayNode list = json.putArray("requirements");
    for (ComparedRequirement each : requirements) {
      ObjectNode one = list.addObject();
      one.put("id", each.requirement().id());
      one.put("first", each.first().toString());
      one.put("second", each.second().toString());
      one.put("outcome", each.agreement().toString());
      putReason(one, "first_reason", each.firstReason());
      putReason(one, "second_reason", each.secondReason());
    }
    return json;
  }

  private static void putReason(ObjectNode one, String name, String reason) {
    if (!reason.isEmpty()) {
      one.put(name, reason);
    }
  }
}
