package dev.casewright.conformance.servers;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a server does instead of another one. Must be thread-safe. */
@FunctionalInterface
interface Twist {

  /**
   * Answers.
   *
   * @param request what it is asked
   * @param behind the server behind it
   * @return the answer; nothing to end the connection without one
   */
  Optional<Answer> answer(Message request, Channel behind);

  /** Answers everything alike. */
  static Twist always(Answer answer) {
    return (request, behind) -> Optional.of(answer);
  }

  /** Answers as the server behind does, and changes that. */
  static Twist ofAnswers(UnaryOperator<Answer> change) {
    return (request, behind) -> Optional.of(change.apply(behind.send(request)));
  }
}
