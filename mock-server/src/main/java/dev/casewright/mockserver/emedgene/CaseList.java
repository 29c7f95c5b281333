package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.exchange.BoundedArray;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** The list of cases by status and time of its change (EMG-LIST-01 to EMG-LIST-12). */
final class CaseList implements OperationHandler {

  private final long answerLimit;

  CaseList(long answerLimit) {
    this.answerLimit = answerLimit;
  }

  @Override
  public MockAnswer handle(Call call) {
    Optional<String> status = call.parameter("status");
    Optional<Instant> since = call.parameter("from_status_change_date").map(CaseList::time);
    BoundedArray hits =
        new BoundedArray(
            answerLimit,
            new Refusal(
                400,
                "The list would have more than "
                    + answerLimit
                    + " bytes. Ask for one status, or for what changed since a later time."));
    call.ownSpace().state().cases().stream()
        .filter(file -> status.map(file.status()::equals).orElse(true))
        .filter(file -> since.map(from -> !file.standing().changed().isBefore(from)).orElse(true))
        .forEach(
            file -> hits.add(Json.object().put("name", file.name()).put("status", file.status())));
    if (hits.size() == 0 && status.isPresent()) {
      call.trace().follows("EMG-LIST-12");
    }
    int fitting = hits.size();
    call.trace().state(() -> fitting + " cases fit");
    return hits.in(Json.object().put("total", hits.size()), "hits");
  }

  /** A time without a zone is UTC (EMG-LIST-09). */
  private static Instant time(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime zoned
          ? zoned.toInstant()
          : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noSuchTime) {
      throw new Refusal(
          400,
          "query from_status_change_date has the form of an ISO 8601 time, but there is no such day"
              + " or hour. Send a time that exists.",
          "EMG-LIST-10");
    }
  }
}
