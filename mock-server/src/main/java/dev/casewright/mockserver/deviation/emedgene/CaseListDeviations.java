package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.CaseFile;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How the list of cases can go wrong (EMG-LIST-01 to EMG-LIST-12). */
final class CaseListDeviations {

  private static final String STATUS = "status";
  private static final String SINCE = "from_status_change_date";
  private static final Pattern ZONE = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

  private CaseListDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-LIST-01",
            "The cases in the list carry their names in case_name.",
            AnswerEdits.edited(
                list ->
                    list.path("hits")
                        .forEach(hit -> JsonEdits.rename((ObjectNode) hit, "name", "case_name")))),
        Deviation.broken(
            "EMG-LIST-02", "The list comes as a bare array.", CaseListDeviations::bare),
        Deviation.wrong(
            "EMG-LIST-03",
            "The total is one too high.",
            AnswerEdits.edited(list -> list.put("total", list.path("hits").size() + 1))),
        Deviation.wrong(
            "EMG-LIST-04",
            "A status keeps one case too many, the oldest one of another status.",
            CaseListDeviations::withOneOfAnotherStatus),
        Deviation.wrong(
            "EMG-LIST-05",
            "A time keeps one case too many, whose status was the last to change before it.",
            CaseListDeviations::withOneChangedBefore),
        Deviation.wrong(
            "EMG-LIST-06",
            "With both filters a case has to pass one of them.",
            CaseListDeviations::thatPassOneFilter),
        Deviation.wrong(
            "EMG-LIST-07",
            "A time without a zone and with a fraction of a second is refused.",
            refused(time -> !hasZone(time) && time.contains("."))),
        Deviation.wrong(
            "EMG-LIST-08", "A time with a zone is refused.", refused(CaseListDeviations::hasZone)),
        Deviation.wrong(
            "EMG-LIST-09",
            "A time without a zone is read as two hours ahead of UTC.",
            call ->
                since(call)
                    .filter(time -> !hasZone(time))
                    .map(time -> call.usual(call.request().withParameter(SINCE, time + "+02:00")))
                    .orElseGet(call::usual)),
        Deviation.wrong(
            "EMG-LIST-10",
            "A time that is not ISO 8601 is ignored.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 400 && since(call).isPresent()
                  ? call.usual(withoutTime(call.request()))
                  : answer;
            }),
        Deviation.wrong(
            "EMG-LIST-11",
            "Without a filter the list lacks the latest case.",
            call ->
                status(call).isPresent() || since(call).isPresent()
                    ? call.usual()
                    : AnswerEdits.edited(call.usual(), CaseListDeviations::dropLast)),
        Deviation.broken(
            "EMG-LIST-12",
            "A status that no case has is answered with 404.",
            call -> {
              MockAnswer answer = call.usual();
              boolean applies = status(call).isPresent() && nobodyHasTheStatus(call);
              return applies && AnswerEdits.isSuccess(answer) ? call.refusal(404) : answer;
            }));
  }

  private static Optional<String> status(DeviantCall call) {
    return call.request().parameter(STATUS);
  }

  private static Optional<String> since(DeviantCall call) {
    return call.request().parameter(SINCE);
  }

  private static MockRequest withoutTime(MockRequest request) {
    return request.withoutParameter(SINCE);
  }

  private static MockRequest withoutStatus(MockRequest request) {
    return request.withoutParameter(STATUS);
  }

  private static boolean hasZone(String time) {
    return ZONE.matcher(time).matches();
  }

  private static boolean nobodyHasTheStatus(DeviantCall call) {
    return call.state().cases().stream()
        .noneMatch(file -> file.status().equals(status(call).orElse("")));
  }

  private static Behaviour refused(Predicate<String> times) {
    return call -> {
      MockAnswer answer = call.usual();
      return AnswerEdits.isSuccess(answer) && since(call).filter(times).isPresent()
          ? call.refusal(400)
          : answer;
    };
  }

  private static MockAnswer bare(DeviantCall call) {
    MockAnswer answer = call.usual();
    return AnswerEdits.isSuccess(answer)
        ? answer.withBody(Json.bytes(answer.json().orElseThrow().path("hits")))
        : answer;
  }

  private static MockAnswer withOneOfAnotherStatus(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (status(call).isEmpty() || !AnswerEdits.isSuccess(answer) || nobodyHasTheStatus(call)) {
      return answer;
    }
    Set<String> names = names(answer);
    call.state().cases().stream()
        .filter(file -> !file.status().equals(status(call).get()))
        .findFirst()
        .map(CaseFile::name)
        .ifPresent(names::add);
    return kept(call.usual(withoutStatus(call.request())), names);
  }

  private static MockAnswer withOneChangedBefore(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (since(call).isEmpty() || !AnswerEdits.isSuccess(answer)) {
      return answer;
    }
    Set<String> names = names(answer);
    Set<String> ofAnyStatus = names(call.usual(withoutStatus(call.request())));
    call.state().cases().stream()
        .filter(file -> !ofAnyStatus.contains(file.name()))
        .max(Comparator.comparing(file -> file.standing().changed()))
        .map(CaseFile::name)
        .ifPresent(names::add);
    return kept(call.usual(withoutTime(call.request())), names);
  }

  private static MockAnswer thatPassOneFilter(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (status(call).isEmpty()
        || since(call).isEmpty()
        || !AnswerEdits.isSuccess(answer)
        || nobodyHasTheStatus(call)) {
      return answer;
    }
    Set<String> names = names(call.usual(withoutTime(call.request())));
    names.addAll(names(call.usual(withoutStatus(call.request()))));
    return kept(call.usual(withoutStatus(withoutTime(call.request()))), names);
  }

  private static Set<String> names(MockAnswer list) {
    Set<String> names = new HashSet<>();
    list.json()
        .ifPresent(body -> body.path("hits").forEach(hit -> names.add(hit.path("name").asText())));
    return names;
  }

  private static MockAnswer kept(MockAnswer list, Set<String> names) {
    return AnswerEdits.edited(
        list, body -> AnswerEdits.keepHits(body, hit -> names.contains(hit.path("name").asText())));
  }

  private static void dropLast(ObjectNode list) {
    JsonNode hits = list.path("hits");
    if (hits instanceof ArrayNode array && !array.isEmpty()) {
      array.remove(array.size() - 1);
      list.put("total", array.size());
    }
  }
}
