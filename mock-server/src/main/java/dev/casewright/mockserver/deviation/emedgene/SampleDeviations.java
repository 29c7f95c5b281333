package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import dev.casewright.mockserver.deviation.Like;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.SampleTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the search for samples can go wrong (EMG-SAMP-01 to EMG-SAMP-12). */
final class SampleDeviations {

  private static final String QUERY = "query";
  private static final String TYPE = "sampleType";
  private static final String EXACT = "exact_match";

  private SampleDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-SAMP-01",
            "The samples stand in the array samples.",
            AnswerEdits.edited(list -> JsonEdits.rename(list, "hits", "samples"))),
        Deviation.wrong(
            "EMG-SAMP-02",
            "The total is one too high.",
            AnswerEdits.edited(list -> list.put("total", list.path("hits").size() + 1))),
        Deviation.broken(
            "EMG-SAMP-03",
            "Each hit carries the id of the sample as a text.",
            eachHit(hit -> hit.put("id", hit.path("id").asText()))),
        Deviation.wrong(
            "EMG-SAMP-04",
            "The note of a hit is the numeric id of the case that the sample belongs to.",
            call ->
                AnswerEdits.edited(
                    call.usual(), list -> eachHit(list, hit -> noteCaseId(call, hit)))),
        Deviation.wrong(
            "EMG-SAMP-05",
            "With exact_match true parts of names are found too.",
            call -> call.usual(call.request().withoutParameter(EXACT))),
        Deviation.wrong(
            "EMG-SAMP-06",
            "Without exact_match only samples whose name begins with the query are found.",
            SampleDeviations::beginningWithQuery),
        Deviation.wrong(
            "EMG-SAMP-07",
            "A % in the query stands for any letters, and a _ for any letter.",
            searched(SampleDeviations::likeQuery)),
        Deviation.wrong(
            "EMG-SAMP-08",
            "Upper and lower case are the same in the query.",
            searched(
                call -> {
                  String query = lowerCase(query(call));
                  return isExact(call)
                      ? name -> lowerCase(name).equals(query)
                      : name -> lowerCase(name).contains(query);
                })),
        Deviation.wrong(
            "EMG-SAMP-09",
            "The sampleType is ignored.",
            call -> call.usual(call.request().withoutParameter(TYPE))),
        Deviation.wrong(
            "EMG-SAMP-10",
            "The hit of the latest case stands first.",
            AnswerEdits.edited(
                list -> {
                  List<JsonNode> hits = new ArrayList<>();
                  list.path("hits").forEach(hits::add);
                  Collections.reverse(hits);
                  list.set("hits", Json.array().addAll(hits));
                })),
        Deviation.broken(
            "EMG-SAMP-11",
            "A query that finds nothing is answered with 404.",
            call -> {
              MockAnswer answer = call.usual();
              boolean nothing =
                  AnswerEdits.isSuccess(answer)
                      && answer.json().filter(list -> list.path("hits").isEmpty()).isPresent();
              return nothing ? call.refusal(404) : answer;
            }),
        Deviation.wrong(
            "EMG-SAMP-12",
            "A search without query finds all samples.",
            call ->
                call.request().parameter(QUERY).isEmpty()
                        && AnswerEdits.isSuccess(
                            call.usual(call.request().withParameter(QUERY, "-")))
                    ? found(call, name -> true)
                    : call.usual()));
  }

  private static Behaviour eachHit(Consumer<ObjectNode> change) {
    return AnswerEdits.edited(list -> eachHit(list, change));
  }

  private static void eachHit(ObjectNode list, Consumer<ObjectNode> change) {
    list.path("hits").forEach(hit -> change.accept((ObjectNode) hit));
  }

  private static void noteCaseId(DeviantCall call, ObjectNode hit) {
    call.state()
        .caseNamed(hit.path("note").asText())
        .ifPresent(file -> hit.put("note", String.valueOf(file.id())));
  }

  private static MockAnswer beginningWithQuery(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (isExact(call) || !AnswerEdits.isSuccess(answer)) {
      return answer;
    }
    Set<Long> beginning =
        call.state().cases().stream()
            .flatMap(file -> file.sampleTags().stream())
            .filter(sample -> sample.name().startsWith(query(call)))
            .map(SampleTag::id)
            .collect(Collectors.toSet());
    return AnswerEdits.edited(
        answer,
        list -> AnswerEdits.keepHits(list, hit -> beginning.contains(hit.path("id").asLong())));
  }

  private static Predicate<String> likeQuery(DeviantCall call) {
    String pattern = isExact(call) ? query(call) : "%" + query(call) + "%";
    return name -> Like.matches(name, pattern);
  }

  private static String query(DeviantCall call) {
    return call.request().parameter(QUERY).orElse("");
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isExact(DeviantCall call) {
    return call.request().isTrue(EXACT);
  }

  /** A search that is granted, but with names compared in another way. */
  private static Behaviour searched(Function<DeviantCall, Predicate<String>> names) {
    return call -> {
      MockAnswer answer = call.usual();
      return AnswerEdits.isSuccess(answer) ? found(call, names.apply(call)) : answer;
    };
  }

  private static MockAnswer found(DeviantCall call, Predicate<String> names) {
    ArrayNode hits = Json.array();
    for (CaseFile file : call.state().cases()) {
      file.samples().stream()
          .filter(sample -> names.test(sample.path("fastq").asText()))
          .filter(
              sample ->
                  call.request()
                      .parameter(TYPE)
                      .map(sample.path("sampleType").asText()::equals)
                      .orElse(true))
          .forEach(
              sample ->
                  hits.addObject().put("id", sample.path("id").asLong()).put("note", file.name()));
    }
    ObjectNode list = Json.object().put("total", hits.size());
    list.set("hits", hits);
    return MockAnswer.json(200, list);
  }
}
