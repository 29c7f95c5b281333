package dev.casewright.conformance.servers;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Drops every fifth connection instead of an answer. */
final class Unstable implements Twist {

  private static final int ONE_IN = 5;

  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public Optional<Answer> answer(Message request, Channel behind) {
    return asked.incrementAndGet() % ONE_IN == 0
        ? Optional.empty()
        : Optional.of(behind.send(request));
  }
}
