package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.Space;

/** Makes a custom preset group on top of the one of the case (EMG-PRESET-01 to EMG-PRESET-10). */
final class PresetGroups implements OperationHandler {

  @Override
  public MockAnswer handle(Call call) {
    call.ownSpace()
        .change(
            (state, now) -> {
              CaseFile file = CaseFinder.findToChange(state, call);
              if (file.presetGroup().isEmpty()) {
                throw new Refusal(
                    400,
                    "The case was created without a preset group, so there is none to build on."
                        + " Create a case with selected_preset_set.",
                    "EMG-PRESET-10");
              }
              ObjectNode group = call.body().deepCopy();
              return new Space.Change<>(state.with(file.withPresetGroup(group, now)), file.name());
            });
    boolean moreThanSearch =
        call.body().path("filter").properties().stream()
            .anyMatch(group -> !group.getKey().equals("search"));
    if (moreThanSearch) {
      call.trace().follows("EMG-PRESET-06");
    }
    return MockAnswer.json(201, Json.object());
  }
}
