package dev.casewright.conformance.servers;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.switches.Switches;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Switches of the mock server that are turned at the same time. */
record TurnedSwitches(String name, List<TurnedSwitch> turned) {

  /** All switches at their second value, then at their third, as far as they have one. */
  static List<TurnedSwitches> together() {
    int most = Switches.all().stream().mapToInt(each -> each.values().size()).max().orElseThrow();
    return IntStream.range(1, most)
        .mapToObj(i -> new TurnedSwitches("value " + (i + 1) + " of each", turnedTo(i).toList()))
        .toList();
  }

  /** Each switch at each of its values, with no other. */
  static List<TurnedSwitches> oneByOne() {
    return together().stream()
        .flatMap(all -> all.turned().stream())
        .map(one -> new TurnedSwitches(one.toString(), List.of(one)))
        .toList();
  }

  private static Stream<TurnedSwitch> turnedTo(int place) {
    return Switches.all().stream()
        .filter(each -> each.values().size() > place)
        .map(each -> new TurnedSwitch(each, each.values().get(place)));
  }

  /** What the suite says of the mock server with them. */
  Finding findingOn(Bench bench) {
    MockServer mock = bench.restartedMock();
    turned.forEach(each -> mock.switches().set(each.which().name(), each.value()));
    try {
      return Finding.of(name, description(), bench.run(this::isAbout));
    } finally {
      mock.switches().reset();
    }
  }

  /** What the suite has to call broken with them; nothing unless one contradicts the vendor. */
  Set<String> contradicted() {
    return turned.stream().flatMap(each -> each.contradicted().stream()).collect(toSet());
  }

  private boolean isAbout(Check check) {
    return turned.stream().anyMatch(each -> each.isAbout(check));
  }

  private String description() {
    return turned.stream().map(TurnedSwitch::toString).collect(joining("<br>"));
  }
}
