package dev.casewright.contracttests.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.contracttests.deviation.EmedgeneReadingDraws.Step;
import dev.casewright.contracttests.mock.MockChannels;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What deviates shows in random calls too: sooner or later a server with a deviation answers
 * otherwise than one without, though both got the same calls.
 *
 * <p>The system property {@code casewright.seed} repeats a run.
 */
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class EmedgeneReadingRandomDriverTest {

  private static final Set<String> AREAS =
      Set.of("GET", "INFO", "CAND", "STAT", "LIST", "REP", "PRESET", "SAMP", "DOC");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2031-01-08T14:05:10Z"), ZoneOffset.UTC);
  private static final String SPACE = "drawn";
  private static final int MOST_DRAWS = 1_500;

  private final long seed = Long.getLong("casewright.seed", new Random().nextLong());
  private final Side plain = new Side();
  private final Side deviating = new Side();
  private final Map<String, Script> scripts = new HashMap<>();

  @BeforeAll
  void tellTheSeed(TestReporter reporter) {
    reporter.publishEntry("casewright.seed", Long.toString(seed));
  }

  @AfterAll
  void end() {
    plain.close();
    deviating.close();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void deviationShowsInRandomCalls(String requirement) {
    Script script = scripts.computeIfAbsent(areaOf(requirement), Script::new);
    deviating.begin();
    deviating.server.deviations().add(requirement);

    int draws = 0;
    boolean differs = false;
    while (!differs && draws < MOST_DRAWS) {
      Step step = script.step(draws);
      Answer answer = deviating.send(step);
      assertThat(answer.status()).as("status of a deviating answer").isLessThan(500);
      differs = !Seen.of(answer).equals(script.seen(draws++));
    }

    assertThat(differs).as("an answer that differs, drawn from the seed %d", seed).isTrue();
  }

  static Stream<String> broken() {
    return RequirementRegister.of(Api.EMEDGENE).requirements().stream()
        .filter(requirement -> requirement.reasonUntestable().isEmpty())
        .map(Requirement::id)
        .filter(id -> AREAS.contains(areaOf(id)));
  }

  private static String areaOf(String requirement) {
    return requirement.split("-")[1];
  }

  /** The calls of one area and what the server without deviations answered; drawn as needed. */
  private final class Script {

    private final String area;
    private final EmedgeneReadingDraws draws = new EmedgeneReadingDraws(seed);
    private final List<Step> steps = new ArrayList<>();
    private final List<Seen> answers = new ArrayList<>();

    Script(String area) {
      this.area = area;
      plain.begin();
      Answer list = plain.send(new Step("GET", "/api/test", null, true));
      for (JsonNode hit : list.json().path("hits")) {
        draws.learnEntry(hit);
        String address = "/api/test/" + hit.path("name").asText();
        Answer detail = plain.send(new Step("GET", address, null, true));
        if (detail.status() == 200) {
          draws.learnCase(detail.json());
        }
      }
    }

    Step step(int index) {
      while (steps.size() <= index) {
        Step step = draws.next(area);
        Answer answer = plain.send(step);
        draws.learn(step, answer);
        steps.add(step);
        answers.add(Seen.of(answer));
      }
      return steps.get(index);
    }

    Seen seen(int index) {
      return answers.get(index);
    }
  }

  /** What is compared of an answer. */
  private record Seen(int status, String type, String disposition, String body) {

    static Seen of(Answer answer) {
      return new Seen(
          answer.status(),
          answer.header("Content-Type"),
          answer.header("Content-Disposition"),
          new String(answer.body(), StandardCharsets.ISO_8859_1));
    }
  }

  /** One of two servers that give the same names to new cases. */
  private final class Side {

    private final Names names = new Names();
    private final MockServer server = MockServer.builder().clock(CLOCK).random(names).start();
    private final Channel http = MockChannels.of(server.emedgeneUrl(), server.sslContext());
    private final String token = server.space(SPACE).emedgeneToken();

    /** From here on everything is as at the start. */
    void begin() {
      server.deviations().clear();
      server.space(SPACE).reset();
      names.current = new Random(seed);
    }

    Answer send(Step step) {
      Map<String, String> headers = new HashMap<>();
      if (step.loggedIn()) {
        headers.put("Authorization", "Bearer " + token);
      }
      if (step.body() != null) {
        headers.put("Content-Type", "application/json");
      }
      return http.send(step.method(), step.path(), headers, step.body());
    }

    void close() {
      server.close();
    }
  }

  /** Numbers for the names of new cases. */
  private static final class Names implements RandomGenerator {

    private volatile Random current = new Random(0);

    @Override
    public long nextLong() {
      return current.nextLong();
    }
  }
}
