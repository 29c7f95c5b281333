package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.space.CaseMove;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Takes what is in a mailbox to its targets, one notice after the other in each lane. */
final class NoticeSender {

  private final Post post;

  NoticeSender(Post post) {
    this.post = post;
  }

  /** Begins with the first notice of a lane. Does not block. */
  void go(Mailbox mailbox, Mailbox.Lane lane, Scheduler scheduler) {
    plan(mailbox, lane, scheduler, Duration.ZERO);
  }

  private void plan(Mailbox mailbox, Mailbox.Lane lane, Scheduler scheduler, Duration pause) {
    scheduler.after(pause, () -> attempt(mailbox, lane, scheduler));
  }

  private void attempt(Mailbox mailbox, Mailbox.Lane lane, Scheduler scheduler) {
    mailbox
        .turn(lane)
        .flatMap(turn -> mailbox.answered(lane, turn.delivery(), send(turn)))
        .ifPresent(pause -> plan(mailbox, lane, scheduler, pause));
  }

  private Optional<Integer> send(Mailbox.Turn turn) {
    byte[] body = body(turn.delivery().move());
    return post.send(
        turn.target(),
        Map.of(
            "Content-Type", "application/json",
            "X-Mock-Delivery", turn.delivery().id(),
            "X-Mock-Signature", turn.target().signature(body)),
        body);
  }

  /** Any JSON object fits the contract; these members are named as in the list of cases. */
  private static byte[] body(CaseMove move) {
    return Json.bytes(Json.object().put("name", move.caseName()).put("status", move.status()));
  }
}
