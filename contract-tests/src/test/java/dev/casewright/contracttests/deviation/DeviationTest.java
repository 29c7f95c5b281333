package dev.casewright.contracttests.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deviation breaks exactly the requirement that it is named after. */
class DeviationTest {

  @AutoClose static final RequirementTests TESTS = new RequirementTests();

  @ParameterizedTest
  @MethodSource("broken")
  void itsRequirementIsFoundToBeBroken(Requirement broken) {
    assertThat(TESTS.redOfItselfWhile(broken.id())).containsExactly(broken.id());
  }

  @ParameterizedTest
  @MethodSource("broken")
  @Tag("full")
  void noOtherRequirementIsFoundToBeBrokenButThoseThatFollow(Requirement broken) {
    Set<String> red = TESTS.redWhile(broken.id(), apiOf(broken));

    assertThat(red).contains(broken.id());
    red.remove(broken.id());
    assertThat(broken.follows()).containsAll(red);
  }

  static List<Requirement> broken() {
    try (MockServer mock = MockServer.start()) {
      Set<String> available = mock.deviations().available();
      return requirements().filter(requirement -> available.contains(requirement.id())).toList();
    }
  }

  private static Stream<Requirement> requirements() {
    return Arrays.stream(Api.values())
        .flatMap(api -> RequirementRegister.of(api).requirements().stream());
  }

  private static Api apiOf(Requirement requirement) {
    return Arrays.stream(Api.values())
        .filter(api -> requirement.id().startsWith(api.requirementPrefix()))
        .findFirst()
        .orElseThrow();
  }
}
