package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.exchange.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AllOrNothingTest {

  private static final int WRITERS = 32;
  private static final int READERS = 4;
  private static final int CASES_EACH = 2;
  private static final int DETAILS_PER_ROUND = 8;
  private static final int KEYS = 48;
  private static final OrgUser USER = new OrgUser(1, "Synthetic User", "user@lab.example");

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.progress(ProgressPolicy.atOnce()));

  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  @Test
  void noReadEverSeesAHalfMadeCaseAndCountsAreExact() throws Exception {
    int before = MOCK.space().caseNames().size();
    int finalized = MOCK.space().caseNames("finalized").size();
    List<Long> users =
        MOCK.emedgene("/api/user/org_users/")
            .json()
            .path("hits")
            .valueStream()
            .map(user -> user.path("id").asLong())
            .limit(2)
            .toList();
    Set<String> seeded = Set.copyOf(MOCK.space().caseNames());

    inParallel(
        writer -> {
          try {
            for (int i = 0; i < CASES_EACH; i++) {
              write("WRITER-" + writer + "-" + i, users);
            }
          } finally {
            writing.decrementAndGet();
          }
        },
        () -> {
          do {
            read(seeded, users);
          } while (writing.get() > 0);
        });

    int made = WRITERS * CASES_EACH;
    assertThat(MOCK.space().caseNames()).hasSize(before + made).doesNotHaveDuplicates();
    assertThat(MOCK.space().caseNames("finalized")).hasSize(finalized + made);
    assertThat(MOCK.emedgene("/api/sample?query=WRITER-").json().path("total").asInt())
        .isEqualTo(made);
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  /** What no answer tells is counted at the space itself. */
  @Test
  void noPresetGroupIsLost() throws Exception {
    Space space = new Spaces(name -> seed(), Clock.systemUTC(), ProgressPolicy.never()).of("one");

    inParallel(
        writer -> {
          for (int i = 0; i < 100; i++) {
            space.change(
                (state, now) ->
                    new Space.Change<>(
                        state.with(
                            state
                                .caseNamed("EMG000000001")
                                .orElseThrow()
                                .withPresetGroup(Json.object(), now)),
                        0));
          }
        },
        space::state);

    assertThat(space.state().caseNamed("EMG000000001").orElseThrow().presetGroups())
        .hasSize(WRITERS * 100);
  }

  private static void write(String sample, List<Long> users) {
    String payload = Payloads.onePerson().replace("SYNTHETIC-1", sample);
    Answer created = MOCK.emedgene("POST", "/api/cases/v2/cases", payload);
    assertThat(created.status()).isEqualTo(201);
    String name = created.json().path("name").asText();
    String assign = "{\"action\": \"assign\", \"ids\": " + users + "}";
    assertThat(MOCK.emedgene("POST", "/api/participant/" + name, assign).status()).isEqualTo(200);
    String group = "{\"name\": \"x\", \"filter\": {}}";
    assertThat(MOCK.emedgene("POST", "/api/test/" + name + "/preset_group", group).status())
        .isEqualTo(201);
    assertThat(MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"finalized\"}").status())
        .isEqualTo(200);
  }

  private static void read(Set<String> seeded, List<Long> users) {
    Set<String> samples = notes();
    List<JsonNode> hits = MOCK.emedgene("/api/test").json().path("hits").valueStream().toList();
    Set<String> listed = new HashSet<>();
    hits.forEach(hit -> listed.add(hit.path("name").asText()));
    assertThat(listed).hasSameSizeAs(hits).containsAll(samples);
    listed.removeAll(seeded);
    assertThat(notes()).containsAll(listed);
    for (String name : listed.stream().limit(DETAILS_PER_ROUND).toList()) {
      JsonNode detail = MOCK.caseDetail(name);
      assertThat(detail).hasSize(KEYS);
      List<Long> participants =
          detail.path("participants").valueStream().map(user -> user.path("id").asLong()).toList();
      assertThat(participants).isIn(List.of(), users);
      assertThat(detail.path("status").asText()).isIn("delivered", "finalized");
      assertThat(detail.path("signer").isNull())
          .isEqualTo(detail.path("status").asText().equals("delivered"));
    }
  }

  /** The cases of all samples that writers made. */
  private static Set<String> notes() {
    return MOCK.emedgene("/api/sample?query=WRITER-")
        .json()
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("note").asText())
        .collect(Collectors.toSet());
  }

  private static void inParallel(IntConsumer writer, Runnable reader) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS + READERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int number = i;
        all.add(pool.submit(() -> writer.accept(number)));
      }
      for (int i = 0; i < READERS; i++) {
        all.add(pool.submit(reader));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static SpaceState seed() {
    CaseFile file =
        new CaseFile(
            "EMG000000001",
            Json.object(),
            USER,
            CaseStanding.atStart("delivered", Instant.EPOCH),
            List.of(),
            List.of(),
            Json.array());
    Organisation organisation =
        new Organisation(Json.object(), List.of(USER), List.of(), Map.of(), Map.of());
    return SpaceState.of(organisation, List.of(), List.of(file));
  }
}
