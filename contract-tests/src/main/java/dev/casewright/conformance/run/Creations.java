package dev.casewright.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.result.LeftBehind;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.conformance.target.NoAnswerException;
import dev.casewright.conformance.target.TestMark;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * The cases that a run has made. A case counts as ours only if it bears our mark: a server that
 * answers with the name of somebody else's case does not make it ours. Thread-safe.
 */
final class Creations {

  private static final Pattern NAME = Pattern.compile("EMG[0-9]{9}");
  private static final Pattern DRY_RUN = Pattern.compile(".*[?&]dry_run=true(&.*)?");
  private static final String KIND = "case";
  private static final String NO_WAY =
      "The API offers nothing but the trash, and only for a status that users set.";

  private final boolean mayTrash;
  private final Budget budget;
  private final Map<String, Made> ours = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<LeftBehind> uncertain = new ConcurrentLinkedQueue<>();

  /**
   * Nothing made yet.
   *
   * @param mayTrash whether cases may be moved to the trash
   * @param budget keeps back what is needed to clean up
   */
  Creations(boolean mayTrash, Budget budget) {
    this.mayTrash = mayTrash;
    this.budget = budget;
  }

  boolean has(String caseName) {
    return ours.containsKey(caseName);
  }

  Channel over(Channel next) {
    return new Channel() {
      @Override
      public URI baseUrl() {
        return next.baseUrl();
      }

      @Override
      public Answer send(Message message) {
        return creates(message) ? create(next, message) : next.send(message);
      }
    };
  }

  private static boolean creates(Message message) {
    return !DRY_RUN.matcher(message.target()).matches()
        && RequestKind.of(Api.EMEDGENE, message)
            .operation()
            .map(Operation::id)
            .filter("createCase"::equals)
            .isPresent();
  }

  private Answer create(Channel next, Message message) {
    Answer answer;
    try {
      answer = next.send(message);
    } catch (NoAnswerException none) {
      if (!none.isUnreachable()) {
        uncertain.add(
            new LeftBehind(KIND, "", "No answer says whether it was made, and under which name."));
      }
      throw none;
    }
    if (answer.isSuccess()) {
      nameIn(answer)
          .ifPresentOrElse(
              name -> keep(next, message, name),
              () -> uncertain.add(new LeftBehind(KIND, "", "The answer gives no name.")));
    }
    return answer;
  }

  private static Optional<String> nameIn(Answer answer) {
    JsonNode name = answer.jsonOrMissing().path("name");
    Matcher found = NAME.matcher(name.asText());
    return found.matches() ? Optional.of(found.group()) : Optional.empty();
  }

  private void keep(Channel next, Message creation, String name) {
    Made made = new Made(next, creation.headers(), name);
    try {
      if (made.bearsOurMark()) {
        if (ours.put(name, made) == null && mayTrash) {
          budget.reserve();
        }
        return;
      }
    } catch (NoAnswerException | TestAbortedException cannotBeRead) {
      uncertain.add(new LeftBehind(KIND, name, "It could not be read."));
      return;
    }
    uncertain.add(new LeftBehind(KIND, name, "It does not show that it is ours."));
  }

  /**
   * Moves to the trash what may be moved there. Blocks.
   *
   * @return what is still there
   */
  List<LeftBehind> cleanUp() {
    budget.release();
    List<LeftBehind> left = new ArrayList<>(uncertain);
    ours.values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .filter(made -> !mayTrash || !made.trash())
        .map(
            made ->
                new LeftBehind(
                    KIND,
                    made.name(),
                    mayTrash ? NO_WAY : "It needs --effects change to be moved."))
        .forEach(left::add);
    return left;
  }

  /** A case, and how to get at it. */
  private record Made(Channel channel, Map<String, String> headers, String name) {

    boolean bearsOurMark() {
      Answer answer = send("GET", Optional.empty());
      return answer.isSuccess() && answer.text().contains(TestMark.PREFIX);
    }

    boolean trash() {
      try {
        return send("PUT", Optional.of("{\"status\":\"move_to_trash\"}")).isSuccess();
      } catch (NoAnswerException | TestAbortedException notMoved) {
        return false;
      }
    }

    private Answer send(String method, Optional<String> body) {
      return channel.send(new Message(method, "/api/test/" + name, headers, body));
    }
  }
}
