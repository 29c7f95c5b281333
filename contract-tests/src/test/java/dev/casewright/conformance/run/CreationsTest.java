package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.casewright.conformance.result.LeftBehind;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.conformance.target.TestMark;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a run has made is taken away again, and nothing else. */
class CreationsTest {

  private static final String CREATE = "/api/cases/v2/cases";
  private static final String CASE = "/api/test/EMG000000007";
  private static final String OURS = "{\"notes\":\"" + TestMark.PREFIX + ": no real person\"}";

  private final Budget budget = new Budget(5);

  @Test
  void caseOfTheRunIsMovedToTheTrash() {
    SentMessages server = server(OURS, 200);
    Creations creations = made(server, true);

    assertThat(creations.cleanUp()).isEmpty();
    assertThat(server.lines()).endsWith("PUT " + CASE);
    assertThat(server.all().get(server.all().size() - 1).body())
        .contains("{\"status\":\"move_to_trash\"}");
  }

  @Test
  void caseThatTheServerKeepsIsListed() {
    assertThat(made(server(OURS, 400), true).cleanUp())
        .extracting(LeftBehind::kind, LeftBehind::name)
        .containsExactly(tuple("case", "EMG000000007"));
  }

  @Test
  void caseIsListedIfNothingMayBeChanged() {
    SentMessages server = server(OURS, 200);

    assertThat(made(server, false).cleanUp())
        .singleElement()
        .satisfies(left -> assertThat(left.reason()).contains("--effects change"));
    assertThat(server.lines()).noneMatch(line -> line.startsWith("PUT"));
  }

  @Test
  void caseWithoutOurMarkStaysAsItIs() {
    SentMessages server = server("{\"notes\":\"somebody's\"}", 200);
    Creations creations = made(server, true);

    assertThat(creations.has("EMG000000007")).isFalse();
    assertThat(creations.cleanUp()).hasSize(1);
    assertThat(server.lines()).noneMatch(line -> line.startsWith("PUT"));
  }

  @Test
  void dryRunMakesNothing() {
    SentMessages server = server(OURS, 200);
    Creations creations = new Creations(true, budget);

    creations.over(server).send("POST", CREATE + "?dry_run=true", Map.of(), "{}");

    assertThat(creations.cleanUp()).isEmpty();
    assertThat(server.lines()).hasSize(1);
  }

  @Test
  void caseWhoseNameNobodySaidIsListedWithoutOne() {
    SentMessages server = new SentMessages(message -> SentMessages.answer(201, "{}"));

    assertThat(made(server, true).cleanUp()).extracting(LeftBehind::name).containsExactly("");
  }

  @Test
  void requestToCleanUpIsKeptBackFromTheBudget() {
    SentMessages server = server(OURS, 200);
    Creations creations = new Creations(true, budget);
    Channel channel = creations.over(budget.over(server));
    channel.send("POST", CREATE, Map.of(), "{}");
    channel.send("GET", CASE, Map.of(), null);
    channel.send("GET", CASE, Map.of(), null);

    assertThatThrownBy(() -> channel.send("GET", CASE, Map.of(), null))
        .isInstanceOf(BudgetSpentException.class);
    assertThat(creations.cleanUp()).isEmpty();
    assertThat(budget.sent()).isEqualTo(5);
  }

  private Creations made(SentMessages server, boolean mayTrash) {
    Creations creations = new Creations(mayTrash, budget);
    creations.over(budget.over(server)).send("POST", CREATE, Map.of(), "{}");
    return creations;
  }

  private static SentMessages server(String shown, int statusOfTheChange) {
    Function<Message, Answer> answers =
        message ->
            switch (message.method()) {
              case "POST" -> SentMessages.answer(201, "{\"name\":\"EMG000000007\"}");
              case "PUT" -> SentMessages.answer(statusOfTheChange, "{}");
              default -> SentMessages.answer(200, shown);
            };
    return new SentMessages(answers);
  }
}
