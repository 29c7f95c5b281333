package dev.casewright.client.fault;

import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Gives one reply after the other, and the last one for ever. */
final class InTurn implements Function<Received, Reply> {
  private final Reply[] replies;
  private final AtomicInteger next = new AtomicInteger();

  InTurn(Reply... replies) {
    this.replies = replies;
  }

  @Override
  public Reply apply(Received request) {
    return replies[Math.min(next.getAndIncrement(), replies.length - 1)];
  }
}
