package dev.casewright.conformance.servers;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.switches.Switch;
import dev.casewright.mockserver.switches.Switches;
import java.util.List;

/** A switch of the mock server at a value that is not the recommended one. */
record TurnedSwitch(Switch which, String value) {

  static List<TurnedSwitch> all() {
    return Switches.all().stream()
        .flatMap(
            which ->
                which.values().stream()
                    .filter(value -> !value.equals(which.usual()))
                    .map(value -> new TurnedSwitch(which, value)))
        .toList();
  }

  /** What the suite says of the mock server with it. */
  Finding findingOn(Bench bench) {
    MockServer mock = bench.restartedMock();
    mock.switches().set(which.name(), value);
    try {
      return Finding.of(toString(), which.decides(), bench.run(this::isAbout));
    } finally {
      mock.switches().reset(which.name());
    }
  }

  /** Checks of the other API have nothing to do with it. */
  private boolean isAbout(Check check) {
    return which.requirements().stream()
        .anyMatch(id -> id.startsWith(check.api().requirementPrefix()));
  }

  @Override
  public String toString() {
    return which.name() + "=" + value;
  }
}
