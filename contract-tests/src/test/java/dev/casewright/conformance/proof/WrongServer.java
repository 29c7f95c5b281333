package dev.casewright.conformance.proof;

import static dev.casewright.conformance.proof.Twists.answer;
import static dev.casewright.conformance.proof.Twists.parameter;
import static dev.casewright.conformance.proof.Twists.withBody;
import static dev.casewright.conformance.proof.Twists.withTarget;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers that are wrong in other ways than in one requirement. */
enum WrongServer {
  ALWAYS_200_WITHOUT_A_BODY(() -> fixed(200, "application/json", "")),
  ALWAYS_404(() -> fixed(404, "application/json", "{\"message\": \"m\", \"description\": \"d\"}")),
  ALWAYS_500(() -> fixed(500, "application/json", "{\"message\": \"m\", \"description\": \"d\"}")),
  HTML_FOR_EVERYTHING(
      () -> fixed(200, "text/html", "<!doctype html><title>Sign in</title><p>Sign in")),
  RIGHT_STATUSES_WITH_EMPTY_JSON(
      () ->
          (request, behind) ->
              Optional.of(Twists.json(behind.send(request), body -> Twists.emptyLike(body)))),
  ANOTHER_API(
      () ->
          fixed(
              200,
              "application/json",
              "{\"pets\": [{\"petId\": 7, \"petName\": \"Rex\"}], \"nextPage\": null}")),
  SWAPPED_REPORTS(() -> WrongServer::withTheLastDigitSwapped),
  FILTERS_IGNORED(
      () ->
          (request, behind) ->
              Optional.of(
                  behind.send(
                      Twists.without(
                          request,
                          name ->
                              !List.of("limit", "offset", "order_by", "dry_run").contains(name))))),
  PREFIX_INSTEAD_OF_SUBSTRING(() -> WrongServer::onlyWhatStartsWithTheText),
  STALE_AFTER_A_WRITE(Stale::new),
  ANOTHER_WORKSPACES_REPORTS_SERVED(() -> WrongServer::asTheOtherWorkspaceIfRefused),
  NO_ANSWER_TO_PDFS(() -> WrongServer::noPdf),
  EVERY_FIFTH_CONNECTION_DROPPED(Dropping::new),
  BODIES_CUT_SHORT(
      () ->
          (request, behind) -> {
            Answer whole = behind.send(request);
            byte[] half = java.util.Arrays.copyOf(whole.body(), whole.body().length / 2);
            return Optional.of(withBody(whole, half));
          }),
  EVERYTHING_REFUSED(
      () -> fixed(403, "application/json", "{\"message\": \"m\", \"description\": \"d\"}"));

  private static final Pattern REPORT = Pattern.compile("/reports/(\\d+)(.*)");

  private final Supplier<TwistedServer.Twist> twist;

  WrongServer(Supplier<TwistedServer.Twist> twist) {
    this.twist = twist;
  }

  /** A new twist, with nothing remembered. */
  TwistedServer.Twist twist() {
    return twist.get();
  }

  private static TwistedServer.Twist fixed(int status, String mediaType, String body) {
    Answer answer = answer(status, mediaType, body);
    return (request, behind) -> Optional.of(answer);
  }

  /** The report before or after the one that was asked for, if there is one. */
  private static Optional<Answer> withTheLastDigitSwapped(Message request, Channel behind) {
    Matcher one = REPORT.matcher(request.target());
    if (one.matches()) {
      long other = Long.parseLong(one.group(1)) ^ 1;
      Answer swapped = behind.send(withTarget(request, "/reports/" + other + one.group(2)));
      if (swapped.status() != 404) {
        return Optional.of(swapped);
      }
    }
    return Optional.of(behind.send(request));
  }

  private static Optional<Answer> onlyWhatStartsWithTheText(Message request, Channel behind) {
    Optional<String> text = parameter(request, "accession_id");
    Answer all = behind.send(request);
    return Optional.of(
        text.isPresent() && all.isSuccess()
            ? Twists.entries(
                all, report -> report.path("accession_id").asText().startsWith(text.get()))
            : all);
  }

  private static Optional<Answer> asTheOtherWorkspaceIfRefused(Message request, Channel behind) {
    Answer own = behind.send(request);
    if (own.status() != 403 || !REPORT.matcher(request.target()).matches()) {
      return Optional.of(own);
    }
    return Optional.of(answer(200, "application/json", "{\"id\": 1}"));
  }

  private static Optional<Answer> noPdf(Message request, Channel behind) {
    return request.path().contains("pdf") || request.path().contains("/reports/pdf/")
        ? Optional.empty()
        : Optional.of(behind.send(request));
  }

  /** Remembers what it answered to a reading, and answers the same for ever. */
  private static final class Stale implements TwistedServer.Twist {

    private static final List<String> NEVER_KEPT = List.of("/api/auth/", "/__mock");

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    @Override
    public Optional<Answer> answer(Message request, Channel behind) {
      boolean keeps =
          request.method().equals("GET")
              && NEVER_KEPT.stream().noneMatch(request.path()::startsWith);
      if (!keeps) {
        return Optional.of(behind.send(request));
      }
      String key = request.target() + " " + request.headers().toString();
      return Optional.of(answers.computeIfAbsent(key, each -> behind.send(request)));
    }
  }

  private static final class Dropping implements TwistedServer.Twist {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Optional<Answer> answer(Message request, Channel behind) {
      return asked.incrementAndGet() % 5 == 0
          ? Optional.empty()
          : Optional.of(behind.send(request));
    }
  }
}
