package dev.casewright.contracttests.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deviation breaks exactly the requirement that it is named after. */
class DeviationTest {

  private static final int ONE_IN = 20;

  @AutoClose static final RequirementTests TESTS = new RequirementTests();

  @ParameterizedTest
  @MethodSource("broken")
  void itsRequirementIsFoundToBeBroken(Requirement broken) {
    assertThat(TESTS.redOfItselfWhile(broken.id())).containsExactly(broken.id());
  }

  /**
   * All tests of an API run once for each deviation, which takes seconds each: so one in {@value
   * #ONE_IN} is looked at, and all of them with {@code -Dcasewright.deviations=all}.
   */
  @ParameterizedTest
  @MethodSource("someBroken")
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

  static List<Requirement> someBroken() {
    List<Requirement> all = broken();
    boolean every = System.getProperty("casewright.deviations", "").equals("all");
    return IntStream.range(0, all.size())
        .filter(i -> every || i % ONE_IN == 0)
        .mapToObj(all::get)
        .toList();
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
