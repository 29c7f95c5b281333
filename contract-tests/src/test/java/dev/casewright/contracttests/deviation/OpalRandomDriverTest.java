package dev.casewright.contracttests.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Memory;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.contracttests.mock.MockChannels;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A deviation is no trick on the values that the tests use: whoever asks for anything sees it.
 *
 * <p>Requests are drawn at random from what a space holds, and go to a server that keeps the
 * contract and to one that breaks a requirement. Set the system property {@code casewright.seed} to
 * repeat a run.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpalRandomDriverTest {

  private static final String GROUPS = "OPAL-(FIND|PAGE|STAT|TYPE|ORD|REP|EXT|PDF|PREV)-\\d+";
  private static final int DRAWS = 1_000;

  private final long seed = Long.getLong("casewright.seed", new SecureRandom().nextInt());
  @AutoClose private final MockServer keeping = MockServer.start();
  @AutoClose private final MockServer breaking = MockServer.start();
  private final OpalTarget faithful = target(keeping);
  private final OpalTarget deviant = target(breaking);
  private final Map<String, OpalDraws> draws = new HashMap<>();
  private final Map<String, List<String>> drawn = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();

  @ParameterizedTest
  @MethodSource("broken")
  void aDriverWithRandomDataSeesTheDeviation(Requirement broken, TestReporter reporter) {
    reporter.publishEntry("seed", Long.toString(seed));
    breaking.deviations().clear();
    breaking.deviations().add(broken.id());

    assertThat(targets(broken).anyMatch(this::isAnsweredInAnotherWay))
        .as("seed %d: one of %d requests is answered in another way", seed, DRAWS)
        .isTrue();
  }

  @Test
  void withoutADeviationBothServersAnswerAlike() {
    breaking.deviations().clear();

    assertThat(broken().flatMap(requirement -> targets(requirement).limit(2)))
        .noneMatch(this::isAnsweredInAnotherWay);
  }

  static Stream<Requirement> broken() {
    return RequirementRegister.of(Api.OPAL).requirements().stream()
        .filter(requirement -> requirement.id().matches(GROUPS));
  }

  private Stream<String> targets(Requirement broken) {
    String group = broken.id().split("-")[1];
    List<String> operations = broken.operations();
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> drawn(operations.get(i % operations.size()), group, i / operations.size()));
  }

  /** The same draws for all deviations of a group, so that the one server is asked only once. */
  private String drawn(String operation, String group, int number) {
    String key = operation + " " + group;
    List<String> targets = drawn.computeIfAbsent(key, same -> new ArrayList<>());
    while (targets.size() <= number) {
      targets.add(
          draws
              .computeIfAbsent(key, same -> draws(new Random(seed + same.hashCode())))
              .target(operation, group));
    }
    return targets.get(number);
  }

  private OpalDraws draws(Random random) {
    return new OpalDraws(keeping.space(), faithful, random);
  }

  private boolean isAnsweredInAnotherWay(String target) {
    Answer usual = answers.computeIfAbsent(target, faithful::get);
    Answer answer = deviant.get(target);
    return answer.status() != usual.status()
        || !Arrays.equals(answer.body(), usual.body())
        || !answer.header("Content-Type").equals(usual.header("Content-Type"));
  }

  private static OpalTarget target(MockServer server) {
    return new OpalTarget(
        MockChannels.of(server.opalUrl(), server.sslContext()),
        MockChannels.of(server.httpUrl(), server.sslContext()),
        server.credentials().opalLogin(),
        server.credentials().password(),
        new Memory());
  }
}
