package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.conformance.target.NoAnswerException;
import dev.casewright.openapi.Api;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what was sent and answered. */
final class Recorder implements Channel {

  private final Channel next;
  private final Api api;
  private final boolean redirect;
  private final Consumer<Exchange> record;

  Recorder(Channel next, Api api, boolean redirect, Consumer<Exchange> record) {
    this.next = next;
    this.api = api;
    this.redirect = redirect;
    this.record = record;
  }

  @Override
  public URI baseUrl() {
    return next.baseUrl();
  }

  @Override
  public Answer send(Message message) {
    try {
      Answer answer = next.send(message);
      record.accept(new Exchange(api, redirect, message, Optional.of(answer), ""));
      return answer;
    } catch (NoAnswerException none) {
      record.accept(new Exchange(api, redirect, message, Optional.empty(), none.getMessage()));
      throw none;
    }
  }
}
