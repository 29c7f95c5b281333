package dev.casewright.conformance.servers;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Looks with the credentials of others too, where those of a request find no report or case. */
final class Borrowing implements Twist {

  private static final String CREDENTIALS = "Authorization";

  private final Set<String> seen = new ConcurrentSkipListSet<>();

  @Override
  public Optional<Answer> answer(Message request, Channel behind) {
    Answer own = behind.send(request);
    Optional<String> credentials = Requests.header(request, CREDENTIALS);
    if (credentials.isEmpty() || !request.method().equals("GET") || own.status() == 401) {
      return Optional.of(own);
    }
    if (own.isSuccess()) {
      seen.add(credentials.get());
      return Optional.of(own);
    }
    return own.status() == 403 || own.status() == 404
        ? Optional.of(asOthers(request, behind).orElse(own))
        : Optional.of(own);
  }

  private Optional<Answer> asOthers(Message request, Channel behind) {
    return seen.stream()
        .map(others -> behind.send(Requests.withHeader(request, CREDENTIALS, others)))
        .filter(Answer::isSuccess)
        .findFirst();
  }
}
