package dev.casewright.conformance.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Requirement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what can be checked. */
@Command(
    name = "list",
    description = "Prints the requirements with evidence, source, effect and checks.",
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class ListCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  ListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Suite suite = new Suite(surroundings.clock())) {
      Selection wanted = selection.selection(suite.requirements());
      List<Requirement> listed = suite.requirements().all().stream().filter(wanted::has).toList();
      if (json) {
        surroundings.out().println(json(listed, suite.checks()).toPrettyString());
      } else {
        listed.forEach(each -> surroundings.out().println(text(each, suite.checks())));
      }
      return ExitCode.PASSED.code();
    }
  }

  static List<Check> checksOf(Requirement requirement, List<Check> all) {
    return all.stream().filter(check -> check.requirements().contains(requirement)).toList();
  }

  private static String text(Requirement requirement, List<Check> checks) {
    return requirement.id()
        + "  "
        + requirement.evidence()
        + "  "
        + requirement.effect()
        + "  "
        + requirement.sentence()
        + "\n    source: "
        + requirement.source()
        + "\n    checks: "
        + checksOf(requirement, checks).stream().map(Check::name).collect(Collectors.joining(", "))
        + requirement.reasonUntestable().map(reason -> "none: " + reason).orElse("");
  }

  private static ArrayNode json(List<Requirement> requirements, List<Check> checks) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (Requirement requirement : requirements) {
      ObjectNode node = all.addObject();
      node.put("id", requirement.id());
      node.put("sentence", requirement.sentence());
      node.put("evidence", requirement.evidence().toString());
      node.put("source", requirement.source());
      node.put("effect", requirement.effect().toString());
      ArrayNode operations = node.putArray("operations");
      requirement.operations().forEach(operations::add);
      ArrayNode names = node.putArray("checks");
      checksOf(requirement, checks).forEach(check -> names.add(check.name()));
      requirement.reasonUntestable().ifPresent(reason -> node.put("untestable", reason));
    }
    return all;
  }
}
