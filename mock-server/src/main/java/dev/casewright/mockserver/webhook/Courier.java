package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.CaseMove;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Takes what is in a mailbox to its targets, one notice after the other in each lane. */
final class Courier {

  private final Post post;

  Courier(Post post) {
    this.post = post;
  }

  /** Begins with the first notice of a lane. Does not block. */
  void go(Mailbox mailbox, Mailbox.Lane lane, Agenda agenda) {
    plan(mailbox, lane, agenda, Duration.ZERO);
  }

  private void plan(Mailbox mailbox, Mailbox.Lane lane, Agenda agenda, Duration pause) {
    agenda.later(pause, () -> attempt(mailbox, lane, agenda));
  }

  private void attempt(Mailbox mailbox, Mailbox.Lane lane, Agenda agenda) {
    mailbox
        .turn(lane)
        .flatMap(turn -> mailbox.answered(lane, turn.delivery(), send(turn)))
        .ifPresent(pause -> plan(mailbox, lane, agenda, pause));
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
