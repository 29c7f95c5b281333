package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the requirements of the forms that fields of a payload may take can be broken. */
final class PayloadDeviations {

  private static final Pattern SERVERS_ID = Pattern.compile("phenotypes/EMG_PHENOTYPE_\\d{7}");
  private static final Pattern HPO_ID = Pattern.compile("HP:\\d{7}");

  private PayloadDeviations() {}

  static List<Deviation> all() {
    return List.of(
        refusing(
            "EMG-CASE-20",
            "A payload with a phenotype by the server's own id is refused with 400.",
            ofPhenotype(phenotype -> has(SERVERS_ID, phenotype))),
        refusing(
            "EMG-CASE-21",
            "A payload with a phenotype by its HPO id and an empty name is refused with 400.",
            ofPhenotype(phenotype -> has(HPO_ID, phenotype) && !hasName(phenotype))),
        refusing(
            "EMG-CASE-22",
            "A payload with a phenotype by its name alone is refused with 400.",
            ofPhenotype(phenotype -> CasePayload.id(phenotype).isBlank() && hasName(phenotype))),
        refusing(
            "EMG-CASE-23",
            "A payload whose extra_data is an object is refused with 400.",
            payload -> CasePayload.testData(payload).path("extra_data").isObject()),
        refusing(
            "EMG-CASE-24",
            "A payload whose extra_data is an empty text is refused with 400.",
            payload -> isEmptyText(CasePayload.testData(payload).path("extra_data"))),
        refusing(
            "EMG-CASE-25",
            "A payload with a storage_id as text is refused with 400.",
            payload ->
                CasePayload.samples(payload).stream()
                    .flatMap(
                        sample ->
                            Stream.concat(
                                Stream.of(sample), sample.path("sampleFiles").valueStream()))
                    .anyMatch(file -> file.path("storage_id").isTextual())),
        Deviation.wrong(
            "EMG-CASE-26",
            "A known sample by its id and name alone becomes a new one of that name.",
            call ->
                call.usual(
                    JsonEdits.edit(
                        call.request(),
                        payload ->
                            CasePayload.samples(payload).forEach(PayloadDeviations::forgetId)))),
        refusing(
            "EMG-CASE-27",
            "A payload whose selected_preset_set is null or empty is refused with 400.",
            payload -> {
              JsonNode preset = CasePayload.testData(payload).path("selected_preset_set");
              return preset.isNull() || isEmptyText(preset);
            }),
        refusing(
            "EMG-CASE-28",
            "A payload whose analysis_type is null is refused with 400.",
            payload -> CasePayload.testData(payload).path("analysis_type").isNull()));
  }

  /** Refuses what takes a form, if nothing else is wrong with it. */
  private static Deviation refusing(String requirement, String summary, Predicate<JsonNode> form) {
    return Deviation.wrong(
        requirement,
        summary,
        call ->
            JsonEdits.read(call.request()).filter(form).isPresent()
                ? refusedIfGood(call)
                : call.usual());
  }

  private static MockAnswer refusedIfGood(DeviantCall call) {
    return CasePayload.isTaken(call, call.request()) ? call.refusal(400) : call.usual();
  }

  private static Predicate<JsonNode> ofPhenotype(Predicate<JsonNode> form) {
    return payload -> CasePayload.phenotypes(payload).stream().anyMatch(form);
  }

  private static boolean has(Pattern id, JsonNode phenotype) {
    return id.matcher(CasePayload.id(phenotype)).matches();
  }

  private static boolean hasName(JsonNode phenotype) {
    return !phenotype.path("name").asText().isBlank();
  }

  private static boolean isEmptyText(JsonNode value) {
    return value.isTextual() && value.asText().isEmpty();
  }

  private static void forgetId(JsonNode sample) {
    if (sample.isObject()
        && sample.path("sampleFiles").isEmpty()
        && sample.path("id").isIntegralNumber()) {
      ((ObjectNode) sample).remove("id");
    }
  }
}
