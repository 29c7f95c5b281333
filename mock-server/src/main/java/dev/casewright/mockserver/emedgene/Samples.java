package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.exchange.BoundedArray;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.SampleTag;
import dev.casewright.mockserver.switches.SharedSwitches;
import dev.casewright.mockserver.switches.Switches;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds samples by name; the hit of the latest case stands last (EMG-SAMP-01 to EMG-SAMP-12). */
final class Samples implements OperationHandler {

  private final long answerLimit;
  private final Switches switches;

  Samples(long answerLimit, Switches switches) {
    this.answerLimit = answerLimit;
    this.switches = switches;
  }

  @Override
  public MockAnswer handle(Call call) {
    BoundedArray hits =
        new BoundedArray(
            answerLimit,
            new Refusal(
                400,
                "The list would have more than "
                    + answerLimit
                    + " bytes. Ask for a longer part of the name."));
    Predicate<String> named = named(call);
    for (CaseFile file : call.ownSpace().state().cases()) {
      file.sampleTags().stream()
          .filter(sample -> fits(call, sample, named))
          .forEach(
              sample -> hits.add(Json.object().put("id", sample.id()).put("note", file.name())));
    }
    int fitting = hits.size();
    call.trace().state(() -> fitting + " samples fit");
    return hits.in(Json.object().put("total", hits.size()), "hits");
  }

  private Predicate<String> named(Call call) {
    String query = call.parameter("query").orElse("");
    if (call.isTrue("exact_match")) {
      return query::equals;
    }
    String lower = query.toLowerCase(Locale.ROOT);
    return SharedSwitches.hasCase(query)
            && switches.isTurned(SharedSwitches.SUBSTRING_CASE, "insensitive", call)
        ? name -> name.toLowerCase(Locale.ROOT).contains(lower)
        : name -> name.contains(query);
  }

  private static boolean fits(Call call, SampleTag sample, Predicate<String> named) {
    return named.test(sample.name())
        && call.parameter("sampleType").map(type -> type.equals(sample.type())).orElse(true);
  }
}
