package dev.casewright.client.waiting;

import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers for one case: one after the other, and the last one for ever. */
final class StatusScript implements Function<Received, Reply> {
  private final List<String> answers;
  private final AtomicInteger given = new AtomicInteger();

  /** Statuses, or the HTTP status of a failure. */
  StatusScript(String... answers) {
    this.answers = List.of(answers);
  }

  @Override
  public Reply apply(Received request) {
    String answer = answers.get(Math.min(given.getAndIncrement(), answers.size() - 1));
    return answer.matches("\\d{3}")
        ? Reply.json(Integer.parseInt(answer), "{\"message\": \"Canary\"}")
        : Reply.json(200, "{\"name\": \"EMG000000001\", \"status\": \"%s\"}".formatted(answer));
  }
}
