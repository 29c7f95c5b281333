package dev.casewright.conformance.servers;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.proof.Bench;
import dev.casewright.conformance.proof.Benches;
import dev.casewright.conformance.result.Verdict;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No server fails that differs from the mock server in what the contract leaves open. */
@Tag("full")
class RightServersTest {

  @Test
  void noServerFailsForWhatTheContractLeavesOpen() {
    List<Finding> findings =
        findings(
            List.of(RightServer.values()), (bench, right) -> right.findingOn(bench, check -> true));
    ServersTable.write(
        "The suite against right servers", findings, Path.of("target", "right-servers.md"));

    assertThat(findings).hasSize(RightServer.values().length);
    assertThat(findings).flatExtracting(Finding::failures).isEmpty();
    assertThat(findings).noneMatch(each -> each.those(Verdict.PASS).isEmpty());
  }

  /** Each switch is turned alone with {@code -Dcasewright.switches=each}. */
  @Test
  void noServerFailsThatReadsTheSourcesInAnotherWay() {
    List<TurnedSwitches> all =
        System.getProperty("casewright.switches", "").equals("each")
            ? TurnedSwitches.oneByOne()
            : TurnedSwitches.together();
    List<Finding> findings = findings(all, (bench, turned) -> turned.findingOn(bench));
    ServersTable.write(
        "The suite against turned switches", findings, Path.of("target", "turned-switches.md"));
    Map<String, Set<String>> failed =
        findings.stream().collect(toMap(Finding::server, each -> Set.copyOf(each.red())));

    assertThat(failed)
        .isEqualTo(all.stream().collect(toMap(TurnedSwitches::name, TurnedSwitches::contradicted)));
    assertThat(findings).noneMatch(each -> each.those(Verdict.PASS).isEmpty());
  }

  private static <T> List<Finding> findings(List<T> servers, BiFunction<Bench, T, Finding> find) {
    try (Benches benches = new Benches(2)) {
      return benches.overAll(servers, find).stream()
          .sorted(Comparator.comparing(Finding::server))
          .toList();
    }
  }
}
