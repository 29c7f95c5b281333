package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import java.util.List;
import java.util.function.Consumer;

/** How the candidates of a case can go wrong (EMG-CAND-01 to EMG-CAND-05). */
final class CandidateDeviations {

  private static final int NON_AUTHORITATIVE = 203;

  private CandidateDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-CAND-01",
            "The candidates of a case are answered with 203.",
            AnswerEdits.grantedWith(NON_AUTHORITATIVE)),
        Deviation.wrong(
            "EMG-CAND-02",
            "The variants stand in the array hits.",
            AnswerEdits.edited(answer -> JsonEdits.rename(answer, "variants", "hits"))),
        Deviation.wrong(
            "EMG-CAND-03",
            "Each variant carries its tag in the name of the tag.",
            eachVariant(
                variant -> {
                  if (variant.path("tag") instanceof ObjectNode tag) {
                    JsonEdits.rename(tag, "value", "name");
                  }
                })),
        Deviation.wrong(
            "EMG-CAND-04",
            "The variants come without the zygosity of the father.",
            eachVariant(variant -> variant.remove("father_zygosity"))),
        Deviation.wrong(
            "EMG-CAND-05",
            "Beside Variant_details each variant has a twin with a small v.",
            eachVariant(
                variant ->
                    variant.put("variant_details", variant.path("Variant_details").asText()))));
  }

  private static Behaviour eachVariant(Consumer<ObjectNode> change) {
    return AnswerEdits.edited(
        answer -> answer.path("variants").forEach(variant -> change.accept((ObjectNode) variant)));
  }
}
