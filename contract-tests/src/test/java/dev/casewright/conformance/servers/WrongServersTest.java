package dev.casewright.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.proof.Benches;
import dev.casewright.conformance.result.Verdict;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No server that is wrong passes, whatever is wrong with it. */
@Tag("full")
class WrongServersTest {

  private static List<Finding> findings;

  @BeforeAll
  static void runAll() {
    try (Benches benches = new Benches(2)) {
      findings =
          benches
              .overAll(
                  List.of(WrongServer.values()),
                  (bench, wrong) -> wrong.findingOn(bench, check -> true))
              .stream()
              .sorted(Comparator.comparing(each -> WrongServer.valueOf(each.server())))
              .toList();
    }
    ServersTable.write(
        "The suite against wrong servers", findings, Path.of("target", "wrong-servers.md"));
  }

  @Test
  void noWrongServerPasses() {
    assertThat(findings).hasSize(WrongServer.values().length).allMatch(Finding::isRed);
  }

  @Test
  void eachIsToldApart() {
    Map<Object, String> seen = new HashMap<>();
    assertThat(findings)
        .allSatisfy(
            each ->
                assertThat(seen.put(List.of(each.notUsable(), each.verdicts()), each.server()))
                    .as("the server that looks like %s", each.server())
                    .isNull());
  }

  @Test
  void noneMakesTheSuiteItselfFail() {
    assertThat(findings)
        .allSatisfy(
            each -> assertThat(each.those(Verdict.ERROR)).as("%s", each.server()).isEmpty());
  }
}
