package dev.casewright.conformance.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.plan.Plan;
import dev.casewright.conformance.plan.Plan.PlannedCheck;
import dev.casewright.conformance.plan.PlannedRequest;
import dev.casewright.conformance.record.BuildRecord;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a run would send. */
@Command(
    name = "plan",
    description = {
      "Prints every request that verify would send with the same options, and sends none.",
      "What is found on the way has a placeholder, such as {id}. A request can be sent more often,"
          + " and one that only looks for a subject can be left out when the subject is known."
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class PlanCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Suite suite = new Suite(surroundings.clock())) {
      RunSettings settings =
          limits.settings(
              target.targetWithoutAsking(surroundings.environment()),
              selection.selection(suite.requirements()).checks());
      Plan plan = Plan.of(suite, settings, BuildRecord.load());
      if (json) {
        surroundings.out().println(json(plan).toPrettyString());
      } else {
        print(plan, surroundings.out());
      }
      return ExitCode.PASSED.code();
    }
  }

  private static void print(Plan plan, PrintWriter out) {
    for (PlannedCheck each : plan.checks()) {
      out.println(each.check().name());
      each.requests().forEach(request -> out.println("  " + request));
    }
    out.println();
    out.println(
        plan.checks().size()
            + " checks, "
            + plan.distinctRequests().size()
            + " different requests; nothing was sent.");
  }

  private static ArrayNode json(Plan plan) {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode checks = mapper.createArrayNode();
    for (PlannedCheck each : plan.checks()) {
      ObjectNode check = checks.addObject().put("check", each.check().name());
      ArrayNode ids = check.putArray("requirements");
      each.check().requirements().forEach(requirement -> ids.add(requirement.id()));
      ArrayNode requests = check.putArray("requests");
      each.requests().forEach(request -> add(request, requests));
    }
    return checks;
  }

  private static void add(PlannedRequest request, ArrayNode requests) {
    ObjectNode node = requests.addObject();
    node.put("api", request.api().id());
    node.put("redirect", request.redirect());
    node.put("method", request.method());
    node.put("target", request.target());
    ArrayNode headers = node.putArray("headers");
    request.headers().forEach(headers::add);
    node.put("body", request.body());
  }
}
