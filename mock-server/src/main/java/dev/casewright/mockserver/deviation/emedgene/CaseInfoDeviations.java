package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the info of a case can go wrong (EMG-INFO-01 to EMG-INFO-07). */
final class CaseInfoDeviations {

  private static final int NON_AUTHORITATIVE = 203;

  private CaseInfoDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-INFO-01",
            "The info of a case is answered with 203.",
            AnswerEdits.grantedWith(NON_AUTHORITATIVE)),
        Deviation.wrong(
            "EMG-INFO-02",
            "The info gives another case name, which differs in the last digit.",
            AnswerEdits.edited(
                info -> info.put("name", AnswerEdits.otherName(info.path("name").asText())))),
        Deviation.wrong(
            "EMG-INFO-03",
            "The info gives the status in capital letters.",
            AnswerEdits.edited(
                info -> info.put("status", info.path("status").asText().toUpperCase(Locale.ROOT)))),
        Deviation.wrong(
            "EMG-INFO-04",
            "The info gives a time of creation that is an hour too late.",
            AnswerEdits.edited(info -> move(info, "created", Duration.ofHours(1)))),
        Deviation.wrong(
            "EMG-INFO-05",
            "The info gives an id of the creator that is one too high.",
            AnswerEdits.edited(
                info -> {
                  if (info.path("creator") instanceof ObjectNode creator) {
                    creator.put("id", creator.path("id").asLong() + 1);
                  }
                })),
        Deviation.wrong(
            "EMG-INFO-06",
            "The info gives the time of the creation for that of the last update.",
            AnswerEdits.edited(info -> info.set("last_updated", info.path("created")))),
        Deviation.broken(
            "EMG-INFO-07",
            "The info writes its points in time in the form of ISO 8601.",
            AnswerEdits.edited(
                info ->
                    AnswerEdits.eachText(
                        info, Set.of("created", "last_updated"), AnswerEdits::iso))));
  }

  private static void move(ObjectNode info, String member, Duration by) {
    AnswerEdits.eachText(info, Set.of(member), time -> AnswerEdits.moved(time, by));
  }
}
