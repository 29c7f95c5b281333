package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.schedule.ManualScheduler;
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
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/**
 * Webhooks of two cases, with time that passes when it is told to and a receiver on a real socket.
 */
abstract class WebhookScene {

  static final OrgUser USER = new OrgUser(1, "Synthetic User", "user@lab.example");
  static final String ONE = "EMG000000001";
  static final String TWO = "EMG000000002";

  final MutableClock base = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));
  final Clocks clocks = new Clocks(base);
  final Progress progress =
      Progress.of(ProgressPolicy.every(Duration.ofSeconds(10)), ProgressPolicy.never());
  final Spaces spaces = new Spaces(name -> seed(), clocks::of, progress);
  final Space space = spaces.of("one");
  final List<ManualScheduler> schedulers = new ArrayList<>();
  final Receiver receiver = Receiver.open();
  final Webhooks webhooks = webhooks();

  private Webhooks webhooks() {
    TargetRule rule = new TargetRule(false, InetAddress::getAllByName);
    ReceiverTrust trust = new ReceiverTrust();
    Webhooks made =
        new Webhooks(
            rule,
            trust,
            new SocketPost(rule, trust, new ManualScheduler(), Duration.ofSeconds(5)),
            () -> {
              schedulers.add(new ManualScheduler());
              return schedulers.get(schedulers.size() - 1);
            },
            new ProgressAlarm(name -> clocks.isFrozen(Optional.of(name))),
            spaces::isThere);
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

  WebhookTarget register() {
    return webhooks.register(space, receiver.url(), "secret");
  }

  ManualScheduler scheduler() {
    return schedulers.get(schedulers.size() - 1);
  }

  Delivery only() {
    assertThat(webhooks.deliveries("one")).hasSize(1);
    return webhooks.deliveries("one").get(0);
  }

  void set(String name, String status) {
    space.change(
        (state, now) ->
            new Space.Change<>(
                state.with(state.caseNamed(name).orElseThrow().withStatus(status, now, USER)), 0));
  }

  void setOut() {
    space.change(
        (state, now) ->
            new Space.Change<>(
                state.with(newCase("EMG000000009", "uploading")).setOut("EMG000000009", now), 0));
  }

  static SpaceState finalized(SpaceState state) {
    return state.with(
        state.caseNamed(ONE).orElseThrow().withStatus("finalized", Instant.EPOCH, USER));
  }

  static SpaceState seed() {
    Organisation organisation =
        new Organisation(Json.object(), List.of(USER), List.of(), Map.of(), Map.of());
    return SpaceState.of(
        organisation, List.of(), List.of(newCase(ONE, "delivered"), newCase(TWO, "delivered")));
  }

  static CaseFile newCase(String name, String status) {
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
