package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStanding;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.Progress;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.mockserver.time.Clocks;
import dev.casewright.mockserver.webhook.Delivery.Outcome;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real sockets, with time that passes when it is told to. */
class WebhooksTest {

  private static final OrgUser USER = new OrgUser(1, "Synthetic User", "user@lab.example");
  private static final String ONE = "EMG000000001";
  private static final String TWO = "EMG000000002";

  private final MutableClock base = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));
  private final Clocks clocks = new Clocks(base);
  private final Progress progress =
      Progress.of(ProgressPolicy.every(Duration.ofSeconds(10)), ProgressPolicy.never());
  private final Spaces spaces = new Spaces(name -> seed(), clocks::of, progress);
  private final Space space = spaces.of("one");
  private final List<ManualAgenda> agendas = new ArrayList<>();
  private final Receiver receiver = Receiver.open();
  private final Webhooks webhooks = webhooks();

  private Webhooks webhooks() {
    TargetRule rule = new TargetRule(false, InetAddress::getAllByName);
    ReceiverTrust trust = new ReceiverTrust();
    Webhooks made =
        new Webhooks(
            rule,
            trust,
            new SocketPost(rule, trust, Duration.ofSeconds(5)),
            () -> {
              agendas.add(new ManualAgenda());
              return agendas.get(agendas.size() - 1);
            },
            new ProgressAlarm(name -> clocks.isFrozen(Optional.of(name))));
    spaces.watch(made);
    spaces.onReset(made::reset);
    clocks.onChange(spaces::refresh);
    clocks.onChange(made::clockChanged);
    return made;
  }

  @AfterEach
  void close() {
    webhooks.close();
    receiver.close();
  }

  @Test
  void aChangeOfStatusIsSent() {
    register();
    set(ONE, "finalized");
    agenda().run();

    Receiver.Received notice = receiver.next();
    assertThat(notice.method()).isEqualTo("POST");
    assertThat(notice.body()).isEqualTo("{\"name\":\"" + ONE + "\",\"status\":\"finalized\"}");
    assertThat(notice.headers()).containsEntry("Content-Type", "application/json");
    assertThat(notice.headers()).containsEntry("X-Mock-Delivery", only().id());
    assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(only().answered()).contains(200);
    assertThat(only().finished()).contains(base.instant());
  }

  @Test
  void whatLeavesTheStatusAsItWasIsNotSent() {
    register();
    set(ONE, "delivered");
    space.change((state, now) -> new Space.Change<>(state.with(newCase("EMG3", "delivered")), 0));
    agenda().run();

    assertThat(webhooks.deliveries("one")).isEmpty();
  }

  @Test
  void aNoticeIsRepeatedWithLongerAndLongerPausesUntilItIsTaken() {
    register();
    receiver.answer(500, 302, 404);
    set(ONE, "finalized");
    agenda().run();
    assertThat(only().attempts()).isEqualTo(1);
    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(1));

    agenda().pass(Duration.ofSeconds(1));
    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(2));
    agenda().pass(Duration.ofSeconds(2));
    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(4));
    assertThat(only().answered()).contains(404);
    agenda().pass(Duration.ofSeconds(4));

    assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(only().attempts()).isEqualTo(4);
    assertThat(agenda().untilNext()).isEmpty();
  }

  @Test
  void aNoticeIsGivenUpAfterFiveAttempts() {
    register();
    receiver.close();
    set(ONE, "finalized");
    agenda().pass(Duration.ofSeconds(14));
    assertThat(only().outcome()).isEqualTo(Outcome.PENDING);
    assertThat(only().attempts()).isEqualTo(4);

    agenda().pass(Duration.ofSeconds(1));

    assertThat(only().outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(only().attempts()).isEqualTo(5);
    assertThat(only().answered()).isEmpty();
    assertThat(agenda().untilNext()).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() {
    register();
    receiver.answer(302);
    set(ONE, "finalized");
    agenda().run();

    assertThat(receiver.next().uri().getPath()).isEqualTo("/hook");
    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void noticesOfACaseStayInOrder() {
    register();
    receiver.answer(500);
    set(ONE, "finalized");
    set(ONE, "move_to_trash");
    agenda().run();
    assertThat(receiver.next().body()).contains("finalized");
    assertThat(receiver.isEmpty()).isTrue();

    agenda().pass(Duration.ofSeconds(1));

    assertThat(receiver.next().body()).contains("finalized");
    assertThat(receiver.next().body()).contains("move_to_trash");
  }

  @Test
  void theNextNoticeGoesOutWhenTheOneBeforeWasGivenUp() {
    register();
    receiver.answer(500, 500, 500, 500, 500);
    set(ONE, "finalized");
    set(ONE, "delivered");
    agenda().pass(Duration.ofSeconds(15));

    assertThat(webhooks.deliveries("one"))
        .extracting(Delivery::outcome)
        .containsExactly(Outcome.GIVEN_UP, Outcome.DELIVERED);
  }

  @Test
  void casesDoNotWaitForEachOther() {
    register();
    receiver.answer(500);
    set(ONE, "finalized");
    set(TWO, "finalized");
    agenda().run();

    assertThat(webhooks.deliveries("one"))
        .extracting(Delivery::outcome)
        .containsExactly(Outcome.PENDING, Outcome.DELIVERED);
  }

  @Test
  void eachTargetGetsItsOwn() {
    register();
    try (Receiver other = Receiver.open()) {
      webhooks.register(space, other.url(), "other secret");
      set(ONE, "finalized");
      agenda().run();

      assertThat(receiver.next().headers().get("X-Mock-Signature"))
          .isNotEqualTo(other.next().headers().get("X-Mock-Signature"));
    }
  }

  @Test
  void otherSpacesSendNothing() {
    register();
    Space other = spaces.of("two");
    other.change((state, now) -> new Space.Change<>(finalized(state), 0));
    agenda().run();

    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void timeAloneLetsCasesGoOnAndIsTold() {
    register();
    setOut();
    agenda().run();
    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(10));

    base.advance(Duration.ofSeconds(10));
    agenda().pass(Duration.ofSeconds(10));
    assertThat(receiver.next().body()).contains("in_progress");

    base.advance(Duration.ofSeconds(10));
    agenda().pass(Duration.ofSeconds(10));
    assertThat(receiver.next().body()).contains("delivered");
    assertThat(agenda().untilNext()).isEmpty();
  }

  @Test
  void aClockThatIsAdvancedLetsCasesGoOnAtOnce() {
    register();
    setOut();
    clocks.freeze(Optional.of("one"));
    agenda().run();
    assertThat(agenda().untilNext()).isEmpty();

    clocks.advance(Optional.of("one"), Duration.ofSeconds(20));
    agenda().run();

    assertThat(receiver.next().body()).contains("in_progress");
    assertThat(receiver.next().body()).contains("delivered");
  }

  @Test
  void aClockThatRunsAgainIsWaitedForAgain() {
    register();
    setOut();
    clocks.freeze(Optional.of("one"));
    agenda().run();

    clocks.reset(Optional.of("one"));
    agenda().run();

    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(10));
  }

  @Test
  void aDeliveryIsReplayedUnderItsId() {
    register();
    set(ONE, "finalized");
    agenda().run();
    String first = receiver.next().headers().get("X-Mock-Delivery");

    assertThat(webhooks.replay("one", first)).map(Delivery::outcome).contains(Outcome.PENDING);
    assertThatThrownBy(() -> webhooks.replay("one", first))
        .isInstanceOf(IllegalStateException.class);
    agenda().run();

    assertThat(receiver.next().headers()).containsEntry("X-Mock-Delivery", first);
    assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(webhooks.replay("one", "nothing")).isEmpty();
  }

  @Test
  void whatWaitsForARemovedTargetIsGivenUp() {
    WebhookTarget target = register();
    receiver.answer(500);
    set(ONE, "finalized");
    agenda().run();

    assertThat(webhooks.remove("one", target.id())).isTrue();

    assertThat(only().outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThatThrownBy(() -> webhooks.replay("one", only().id()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(webhooks.remove("one", target.id())).isFalse();
  }

  @Test
  void withoutTargetsNothingRuns() {
    set(ONE, "finalized");
    assertThat(agendas).isEmpty();

    WebhookTarget target = register();
    assertThat(agenda().isStopped()).isFalse();
    webhooks.remove("one", target.id());
    assertThat(agenda().isStopped()).isTrue();

    register();
    assertThat(agendas).hasSize(2);
    space.reset();
    assertThat(agenda().isStopped()).isTrue();
    assertThat(webhooks.targets("one")).isEmpty();
  }

  @Test
  void whatIsKeptIsBounded() {
    register();
    receiver.answer(500);
    for (int i = 0; i <= Webhooks.DELIVERIES; i++) {
      set(ONE, i % 2 == 0 ? "finalized" : "delivered");
    }
    assertThat(webhooks.deliveries("one")).hasSize(Webhooks.DELIVERIES);
    assertThat(webhooks.dropped("one")).isEqualTo(1);

    agenda().pass(Duration.ofSeconds(1));
    String oldest = webhooks.deliveries("one").get(0).id();
    set(TWO, "finalized");

    assertThat(webhooks.deliveries("one"))
        .hasSize(Webhooks.DELIVERIES)
        .noneMatch(delivery -> delivery.id().equals(oldest));
    assertThat(webhooks.dropped("one")).isEqualTo(1);
  }

  @Test
  void aSpaceHasSoManyTargets() {
    for (int i = 0; i < Webhooks.TARGETS; i++) {
      register();
    }

    assertThatThrownBy(this::register)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10 targets");
  }

  @Test
  void aClosedServerTakesNoTargets() {
    webhooks.close();

    assertThatThrownBy(this::register).isInstanceOf(IllegalStateException.class);
  }

  private WebhookTarget register() {
    return webhooks.register(space, receiver.url(), "secret");
  }

  private ManualAgenda agenda() {
    return agendas.get(agendas.size() - 1);
  }

  private Delivery only() {
    assertThat(webhooks.deliveries("one")).hasSize(1);
    return webhooks.deliveries("one").get(0);
  }

  private void set(String name, String status) {
    space.change(
        (state, now) ->
            new Space.Change<>(
                state.with(state.caseNamed(name).orElseThrow().withStatus(status, now, USER)), 0));
  }

  private void setOut() {
    space.change(
        (state, now) ->
            new Space.Change<>(
                state.with(newCase("EMG000000009", "uploading")).setOut("EMG000000009", now), 0));
  }

  private static SpaceState finalized(SpaceState state) {
    return state.with(
        state.caseNamed(ONE).orElseThrow().withStatus("finalized", Instant.EPOCH, USER));
  }

  private static SpaceState seed() {
    Organisation organisation =
        new Organisation(Json.object(), List.of(USER), List.of(), Map.of(), Map.of());
    return SpaceState.of(
        organisation, List.of(), List.of(newCase(ONE, "delivered"), newCase(TWO, "delivered")));
  }

  private static CaseFile newCase(String name, String status) {
    ObjectNode fields = Json.object();
    return new CaseFile(
        name,
        fields,
        USER,
        CaseStanding.atStart(status, Instant.EPOCH),
        List.of(),
        List.of(),
        Json.array());
  }
}
