package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.CaseFile;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How preset groups can go wrong (EMG-PRESET-01 to EMG-PRESET-10). */
final class PresetGroupDeviations {

  private static final String GENE_LIST = "gene list";
  private static final int CONFLICT = 409;

  private PresetGroupDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-PRESET-01",
            "A custom preset group is created with 200.",
            AnswerEdits.grantedWith(200)),
        Deviation.wrong(
            "EMG-PRESET-02",
            "A group that adds more than one gene list is refused.",
            AnswerEdits.refused(
                call -> items(call).filter(PresetGroupDeviations::isGeneList).count() > 1)),
        Deviation.wrong(
            "EMG-PRESET-03",
            "A search item of another type than a gene list is refused.",
            refusedWithItem(item -> !isGeneList(item))),
        Deviation.wrong(
            "EMG-PRESET-04",
            "A search item whose id is a text is refused.",
            refusedWithItem(item -> item.path("id").isTextual())),
        Deviation.wrong(
            "EMG-PRESET-05",
            "A search item that leaves out its name is refused.",
            refusedWithItem(item -> !item.has("name"))),
        Deviation.wrong(
            "EMG-PRESET-06",
            "A filter that holds groups other than search is refused.",
            AnswerEdits.refused(
                call ->
                    call.body()
                        .path("filter")
                        .propertyStream()
                        .anyMatch(group -> !group.getKey().equals("search")))),
        Deviation.wrong(
            "EMG-PRESET-07",
            "A body without name or filter creates a group all the same.",
            PresetGroupDeviations::completed),
        Deviation.wrong(
            "EMG-PRESET-08",
            "A finalized case takes a preset group.",
            created(PresetGroupDeviations::isFinalizedWithPreset)),
        Deviation.broken(
            "EMG-PRESET-09",
            "A preset group for a finalized case is refused with 409.",
            call -> {
              MockAnswer answer = call.usual();
              return isRefused(call, answer, PresetGroupDeviations::isFinalizedWithPreset)
                  ? answer.withStatus(CONFLICT)
                  : answer;
            }),
        Deviation.wrong(
            "EMG-PRESET-10",
            "A case that was created without a preset group takes one.",
            created(
                file ->
                    file.presetGroup().isEmpty()
                        && !CalledCase.isFinalized(file)
                        && !CalledCase.isInTrash(file))));
  }

  private static Stream<JsonNode> items(DeviantCall call) {
    return call.body().path("filter").path("search").valueStream();
  }

  private static boolean isGeneList(JsonNode item) {
    return item.path("type").asText().equals(GENE_LIST);
  }

  private static Behaviour refusedWithItem(Predicate<JsonNode> which) {
    return AnswerEdits.refused(call -> items(call).anyMatch(which));
  }

  private static boolean isFinalizedWithPreset(CaseFile file) {
    return CalledCase.isFinalized(file) && file.presetGroup().isPresent();
  }

  private static boolean isRefused(
      DeviantCall call, MockAnswer answer, Predicate<CaseFile> forCase) {
    return answer.status() == 400
        && CalledCase.of(call).filter(forCase).isPresent()
        && CalledCase.isAllThatIsWrong(call);
  }

  /** Creates a group that would be refused for its case. */
  private static Behaviour created(Predicate<CaseFile> forCase) {
    return call -> {
      MockAnswer answer = call.usual();
      if (!isRefused(call, answer, forCase)) {
        return answer;
      }
      ObjectNode group = call.body().deepCopy();
      CaseFile file = CalledCase.of(call).orElseThrow();
      CalledCase.change(call, file, (current, now) -> current.withPresetGroup(group, now));
      return MockAnswer.json(201, Json.object());
    };
  }

  private static MockAnswer completed(DeviantCall call) {
    MockAnswer answer = call.usual();
    if (answer.status() != 400 || !(call.body() instanceof ObjectNode group)) {
      return answer;
    }
    if (group.has("name") && group.has("filter")) {
      return answer;
    }
    if (!group.has("name")) {
      group.put("name", "Preset group");
    }
    if (!group.has("filter")) {
      group.putObject("filter");
    }
    MockAnswer other = call.usual(call.request().withBody(Json.bytes(group)));
    return AnswerEdits.isSuccess(other) ? other : answer;
  }
}
