package dev.casewright.conformance.mask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.result.MaskedExchange;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Masks what was sent and answered. What may be shown is on lists: names and words of the
 * contracts, words of our own texts, statuses, sizes, short numbers, names of cases, and numeric
 * ids that stand in addresses. All else becomes {@code ***}, or a variable in a command.
 * Thread-safe.
 */
public final class Mask {

  private final Words words = Words.known();
  private final Map<Api, Secrets> secrets;

  /**
   * A mask for one run.
   *
   * @param opal the credentials of the Opal API
   * @param emedgene the credentials of the Emedgene API
   */
  public Mask(Secrets opal, Secrets emedgene) {
    this.secrets = Map.of(Api.OPAL, opal, Api.EMEDGENE, emedgene);
  }

  /**
   * Masks what an assertion or an exception says.
   *
   * @param api the API that was asked
   * @param check the name of the check that failed, which may be shown
   * @param text what it says; it may quote answers
   * @param messages what was sent; the ids in their addresses may be shown
   * @return a sentence in one line
   */
  public String sentence(Api api, String check, String text, List<Message> messages) {
    Set<String> ids = idsIn(messages);
    Body body = new Body(words.of(api), secrets.get(api), ids);
    return new Sentence(words, secrets.get(api), body, ids, check).mask(text);
  }

  /**
   * Masks a request and its answer.
   *
   * @param api the API that was asked
   * @param redirect whether it went to the listener that only redirects
   * @param message the request
   * @param answer the answer; nothing if none came
   * @return what a report may hold
   */
  public MaskedExchange exchange(
      Api api, boolean redirect, Message message, Optional<Answer> answer) {
    ContractNames names = words.of(api);
    Secrets hidden = secrets.get(api);
    Address address = new Address(names, hidden);
    Set<String> ids = idsIn(List.of(message));
    Body body = new Body(names, hidden, ids);
    Variables variables = new Variables(hidden);
    Headers headers = new Headers(names, hidden, words);
    List<Piece> target = address.mask(message.target(), variables);

    List<String> request = new ArrayList<>();
    request.add(Methods.shown(message.method()) + " " + Piece.toRead(target));
    headers.of(message).forEach(header -> request.add(header.toRead()));
    message.body().ifPresent(text -> request.addAll(bodyOf(text, body)));

    return new MaskedExchange(
        address.operation(message.method(), message.target()),
        String.join("\n", request),
        answer.map(each -> answer(each, headers, body)).orElse("No whole answer came."),
        new Curl(api, redirect, headers, body).line(message, target, variables));
  }

  private static String answer(Answer answer, Headers headers, Body body) {
    List<String> lines = new ArrayList<>();
    lines.add("HTTP status " + answer.status());
    lines.addAll(headers.of(answer));
    JsonNode json = answer.jsonOrMissing();
    if (answer.body().length == 0) {
      lines.add("(no body)");
    } else if (json.isMissingNode()) {
      lines.add("(" + answer.body().length + " bytes, no JSON)");
    } else {
      lines.add("(" + answer.body().length + " bytes, JSON)");
      lines.addAll(body.shape(json));
    }
    return String.join("\n", lines);
  }

  private static List<String> bodyOf(String text, Body body) {
    return Json.read(text)
        .map(body::shape)
        .orElseGet(() -> List.of("(" + text.length() + " characters, no JSON)"));
  }

  private static Set<String> idsIn(List<Message> messages) {
    Set<String> ids =
        new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(String::compareTo));
    messages.forEach(message -> ids.addAll(Address.idsIn(message.target())));
    return ids;
  }
}
