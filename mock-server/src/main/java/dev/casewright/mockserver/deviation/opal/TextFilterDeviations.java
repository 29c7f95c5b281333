package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Like;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.List;
import java.util.Locale;

/** Breaks what is said about the filters that take a part of a text. */
final class TextFilterDeviations {

  private TextFilterDeviations() {}

  /** What each of the three filters finds and leaves out. */
  static List<Deviation> findingAndLeavingOut() {
    return List.of(
        Deviation.wrong(
            "OPAL-FIND-01",
            "accession_id finds what an accession starts or ends with, but not its middle.",
            call ->
                TextFilter.ACCESSION.narrowed(
                    call, (text, part) -> text.startsWith(part) || text.endsWith(part))),
        Deviation.wrong("OPAL-FIND-02", "accession_id is ignored.", TextFilter.ACCESSION::ignored),
        Deviation.wrong(
            "OPAL-FIND-03",
            "external_id finds only what an external id starts with.",
            call -> TextFilter.EXTERNAL_ID.narrowed(call, String::startsWith)),
        Deviation.wrong("OPAL-FIND-04", "external_id is ignored.", TextFilter.EXTERNAL_ID::ignored),
        Deviation.wrong(
            "OPAL-FIND-05",
            "genome_name finds only what a name starts with.",
            call -> TextFilter.GENOME_NAME.narrowed(call, String::startsWith)),
        Deviation.wrong(
            "OPAL-FIND-06", "genome_name is ignored.", TextFilter.GENOME_NAME::ignored));
  }

  /** What single characters mean in any of the three filters. */
  static List<Deviation> characters() {
    return List.of(
        Deviation.wrong(
            "OPAL-FIND-11",
            "In a text filter a percent sign stands for any text and an underscore for any"
                + " character.",
            call ->
                TextFilter.comparing(
                    call, part -> part.contains("%") || part.contains("_"), Like::isIn)),
        Deviation.wrong(
            "OPAL-FIND-12",
            "A hyphen in a text filter is taken for a blank.",
            TextFilterDeviations::hyphensAsBlanks),
        Deviation.wrong(
            "OPAL-FIND-13",
            "A text filter takes upper and lower case as the same.",
            call ->
                TextFilter.comparing(
                    call, part -> true, (text, part) -> lower(text).contains(lower(part)))));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static MockAnswer hyphensAsBlanks(DeviantCall call) {
    MockRequest request = call.request();
    for (TextFilter filter : TextFilter.values()) {
      if (filter.has(request, part -> part.contains("-"))) {
        String part = request.parameter(filter.parameter()).orElse("");
        request = request.withParameter(filter.parameter(), part.replace('-', ' '));
      }
    }
    return call.usual(request);
  }
}
