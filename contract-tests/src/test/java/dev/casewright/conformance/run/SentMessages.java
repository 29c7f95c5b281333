package dev.casewright.conformance.run;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A way to no server: keeps what is sent, and answers as it is told. */
final class SentMessages implements Channel {

  private final Function<Message, Answer> answers;
  private final List<Message> sent = new CopyOnWriteArrayList<>();

  SentMessages() {
    this(message -> answer(200, "{}"));
  }

  SentMessages(Function<Message, Answer> answers) {
    this.answers = answers;
  }

  static Answer answer(int status, String body) {
    return new Answer(
        status,
        HttpHeaders.of(Map.of(), (name, value) -> true),
        body.getBytes(StandardCharsets.UTF_8));
  }

  List<Message> all() {
    return sent;
  }

  /** Methods and addresses. */
  List<String> lines() {
    return sent.stream().map(message -> message.method() + " " + message.target()).toList();
  }

  @Override
  public URI baseUrl() {
    return URI.create("https://tenant.example");
  }

  @Override
  public Answer send(Message message) {
    sent.add(message);
    return answers.apply(message);
  }
}
