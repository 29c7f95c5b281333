package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.List;
import java.util.function.Predicate;

/** How the requirements of dry runs can be broken, and of payloads that no case is made of. */
final class DryRunDeviations {

  private static final String DRY_RUN = "dry_run";

  private DryRunDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-CASE-10",
            "A dry run of a valid payload is answered with 201, as if a case were created.",
            call -> {
              MockAnswer answer = call.usual();
              return isDryRun(call) && answer.status() == 200 ? answer.withStatus(201) : answer;
            }),
        Deviation.wrong(
            "EMG-CASE-11",
            "A dry run of a valid payload creates a case, and does not say so.",
            DryRunDeviations::creating),
        Deviation.wrong(
            "EMG-CASE-12",
            "A dry run takes a payload without a proband.",
            call -> isDryRun(call) ? withProband(call, CasePayload::lacksProband) : call.usual()),
        Deviation.wrong(
            "EMG-CASE-13",
            "dry_run false is a dry run, since only the name of the parameter is looked at.",
            call ->
                call.request().parameter(DRY_RUN).filter("false"::equalsIgnoreCase).isPresent()
                    ? call.usual(CasePayload.asDryRun(call.request()))
                    : call.usual()),
        Deviation.wrong(
            "EMG-CASE-14",
            "A dry run passes over phenotypes whose id the server does not know.",
            call ->
                isDryRun(call)
                    ? call.usual(CasePayload.withoutUnknownPhenotypes(call))
                    : call.usual()),
        Deviation.wrong(
            "EMG-CASE-15",
            "The refusal of unknown phenotypes lists their HPO ids.",
            DryRunDeviations::listingHpoIds),
        Deviation.broken(
            "EMG-CASE-16",
            "The refusal of unknown phenotypes has status 422.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 400 && isRefusedForPhenotypes(call)
                  ? answer.withStatus(422)
                  : answer;
            }),
        Deviation.wrong(
            "EMG-CASE-17",
            "A call without dry run creates the case without the phenotypes that are unknown.",
            call ->
                isDryRun(call)
                    ? call.usual()
                    : call.usual(CasePayload.withoutUnknownPhenotypes(call))),
        Deviation.wrong(
            "EMG-CASE-18",
            "A body without test_data is taken for a case of which nothing is said.",
            call -> withProband(call, CasePayload::lacksTestData)),
        Deviation.wrong(
            "EMG-CASE-19",
            "A call without dry run creates a case without a proband.",
            call -> isDryRun(call) ? call.usual() : withProband(call, CasePayload::lacksProband)),
        Deviation.wrong(
            "EMG-CASE-29",
            "A value of dry_run that is neither true nor false is taken for true.",
            call ->
                call.request().query().containsKey(DRY_RUN) && !hasBooleanDryRun(call.request())
                    ? call.usual(CasePayload.asDryRun(call.request()))
                    : call.usual()));
  }

  private static boolean isDryRun(DeviantCall call) {
    return CasePayload.isDryRun(call.request());
  }

  private static boolean hasBooleanDryRun(MockRequest request) {
    return request.query().get(DRY_RUN).stream()
        .allMatch(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"));
  }

  private static MockAnswer creating(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (isDryRun(call) && answer.status() == 200) {
      call.usual(CasePayload.asRealRun(call.request()));
    }
    return answer;
  }

  private static MockAnswer listingHpoIds(DeviantCall call) {
    MockAnswer answer = call.usual();
    return answer.status() == 400 && isRefusedForPhenotypes(call)
        ? JsonEdits.edit(
            answer,
            body ->
                body.put(
                    "message",
                    body.path("message").asText().replace("phenotypes/EMG_PHENOTYPE_", "HP:")))
        : answer;
  }

  private static boolean isRefusedForPhenotypes(DeviantCall call) {
    MockRequest without = CasePayload.withoutUnknownPhenotypes(call);
    return without != call.request() && CasePayload.isTaken(call, without);
  }

  private static MockAnswer withProband(DeviantCall call, Predicate<JsonNode> lacking) {
    return JsonEdits.read(call.request())
        .filter(JsonNode::isObject)
        .filter(lacking)
        .map(body -> call.usual(JsonEdits.edit(call.request(), CasePayload::addProband)))
        .orElseGet(call::usual);
  }
}
