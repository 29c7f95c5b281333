package dev.casewright.conformance.servers;

import static dev.casewright.conformance.servers.Answers.answer;
import static dev.casewright.conformance.servers.Requests.parameter;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers that are wrong in other ways than in one requirement. */
enum WrongServer {
  NOTHING("It answers everything with 200 and without a body.", () -> json(200, "")),
  NOT_FOUND("It answers everything with 404.", () -> json(404, WrongServer.ERROR)),
  FAILING("It answers everything with 500.", () -> json(500, WrongServer.ERROR)),
  REFUSING("It refuses everybody with 403.", () -> json(403, WrongServer.ERROR)),
  HTML(
      "It answers everything with a page for people.",
      () -> Twist.always(answer(200, "text/html", "<!doctype html><title>Sign in</title>"))),
  ANOTHER_API(
      "It has another API.",
      () -> json(200, "{\"pets\": [{\"petId\": 7, \"petName\": \"Rex\"}], \"nextPage\": null}")),
  EMPTY_JSON(
      "Its statuses are right, and all JSON is empty.",
      () -> Twist.ofAnswers(each -> Answers.withJson(each, Answers::emptyLike))),
  ONLY_200(
      "It says 200 whatever it answers.",
      () -> Twist.ofAnswers(each -> Answers.withStatus(each, 200))),
  HALF_BODIES("It sends half of each body.", () -> Twist.ofAnswers(Answers::withHalfTheBody)),
  SWAPPED_REPORTS(
      "It answers with the report next to the one that was asked for.",
      () -> WrongServer::withTheReportNextToIt),
  FILTERS_IGNORED("It filters no list.", () -> WrongServer::withoutFilters),
  PREFIX_FILTERS(
      "It finds the start of an accession, and no other part.",
      () -> WrongServer::withAccessionsThatStart),
  STALE("What it answered once it answers for ever.", Stale::new),
  BORROWED_REPORTS("It serves what belongs to other workspaces.", Borrowing::new),
  READ_ONLY(
      "It answers writes as if they were done, and does nothing.", () -> WrongServer::notWritten),
  SLOW_PDFS(
      "It answers later than anyone waits where a PDF is asked for.", () -> WrongServer::late),
  DROPPING("It drops every fifth connection.", Unstable::new);

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String ERROR = "{\"message\": \"m\", \"description\": \"d\"}";
  private static final Set<String> NO_FILTERS =
      Set.of("limit", "offset", "order_by", "dry_run", "extended");
  private static final Pattern REPORT = Pattern.compile("/reports/(\\d+)(.*)");

  private final String does;
  private final Supplier<Twist> twist;

  WrongServer(String does, Supplier<Twist> twist) {
    this.does = does;
    this.twist = twist;
  }

  /** What the suite says of it. */
  Finding findingOn(Bench bench, Predicate<Check> scope) {
    Duration longest = this == SLOW_PDFS ? SHORT : LONG;
    Predicate<Check> touched = check -> touches(check.api());
    return Finding.of(name(), does, twist.get(), longest, bench, touched.and(scope));
  }

  /** The other API it serves as it should. */
  private boolean touches(Api api) {
    return switch (this) {
      case SWAPPED_REPORTS, PREFIX_FILTERS, SLOW_PDFS -> api == Api.OPAL;
      case READ_ONLY -> api == Api.EMEDGENE;
      default -> true;
    };
  }

  private static Twist json(int status, String body) {
    return Twist.always(answer(status, "application/json", body));
  }

  private static Optional<Answer> withTheReportNextToIt(Message request, Channel behind) {
    Matcher report = REPORT.matcher(request.target());
    if (report.matches()) {
      long next = Long.parseLong(report.group(1)) ^ 1;
      Answer swapped =
          behind.send(Requests.withTarget(request, "/reports/" + next + report.group(2)));
      if (swapped.isSuccess()) {
        return Optional.of(swapped);
      }
    }
    return Optional.of(behind.send(request));
  }

  private static Optional<Answer> withoutFilters(Message request, Channel behind) {
    return Optional.of(behind.send(Requests.withParameters(request, NO_FILTERS::contains)));
  }

  private static Optional<Answer> withAccessionsThatStart(Message request, Channel behind) {
    Optional<String> start = parameter(request, "accession_id");
    Answer found = behind.send(request);
    return Optional.of(
        start.isEmpty()
            ? found
            : Answers.withEntries(
                found,
                "objects",
                report -> report.path("accession_id").asText().startsWith(start.get())));
  }

  private static Optional<Answer> notWritten(Message request, Channel behind) {
    return request.method().equals("PUT")
        ? Optional.of(answer(200, "application/json", request.body().orElse("{}")))
        : Optional.of(behind.send(request));
  }

  private static Optional<Answer> late(Message request, Channel behind) {
    if (request.path().contains("/pdf_")) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.of(behind.send(request));
  }
}
