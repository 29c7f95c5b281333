package dev.casewright.conformance.servers;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers to a reading what it answered before, whatever was written since. */
final class Stale implements Twist {

  private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

  @Override
  public Optional<Answer> answer(Message request, Channel behind) {
    return Optional.of(
        request.method().equals("GET")
            ? answers.computeIfAbsent(
                new Asked(behind.baseUrl(), request), each -> behind.send(request))
            : behind.send(request));
  }

  private record Asked(URI listener, Message request) {}
}
