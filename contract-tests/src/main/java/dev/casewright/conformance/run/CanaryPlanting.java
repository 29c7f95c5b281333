package dev.casewright.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.NoAnswerException;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts names into the space that the reading checks share on a mock server. The passwords of a run
 * are its canary secrets, on any target.
 */
final class CanaryPlanting {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OPAL_NAMES =
      List.of("accession_id", "first_name", "last_name", "ordering_physician");

  private CanaryPlanting() {}

  static Canaries plant(RunSettings settings, Optional<TargetControl> space, Instant now) {
    List<String> names = new ArrayList<>();
    space.ifPresent(
        control -> {
          settings.opal().ifPresent(opal -> names.addAll(namesIn(control.opal())));
          settings.emedgene().ifPresent(emedgene -> names.addAll(plant(control.emedgene(), now)));
        });
    List<String> secrets =
        Stream.of(settings.opal(), settings.emedgene())
            .flatMap(Optional::stream)
            .flatMap(CanaryPlanting::users)
            .map(User::password)
            .toList();
    return new Canaries(Set.copyOf(names), Set.copyOf(secrets));
  }

  private static Stream<User> users(ApiAddress address) {
    return Stream.concat(Stream.of(address.user()), address.otherUser().stream());
  }

  /** Nothing can be written through Opal: what its reports hold serves as canaries. */
  private static Set<String> namesIn(OpalTarget opal) {
    try {
      JsonNode reports = opal.get("/reports").jsonOrMissing();
      List<String> names = new ArrayList<>();
      OPAL_NAMES.forEach(name -> names.addAll(reports.findValuesAsText(name)));
      return Set.copyOf(names);
    } catch (NoAnswerException brokenServer) {
      return Set.of();
    }
  }

  /** A case whose samples never come; a server that does not take it has nothing to leak. */
  private static Set<String> plant(EmedgeneTarget emedgene, Instant now) {
    String canary = "Canary" + letters(now.toEpochMilli());
    try {
      Answer made = emedgene.post("/api/cases/v2/cases", payload(canary).toString());
      return made.isSuccess() ? Set.of(canary) : Set.of();
    } catch (NoAnswerException brokenServer) {
      return Set.of();
    }
  }

  /** A name that no other text has by chance, and that no class holds. */
  private static String letters(long number) {
    StringBuilder letters = new StringBuilder();
    for (long rest = number; rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.toString();
  }

  private static ObjectNode payload(String canary) {
    ObjectNode payload = JSON.createObjectNode().put("should_upload", true).put("sharing_level", 0);
    ObjectNode data = payload.putObject("test_data");
    data.put("analysis_type", "rare_disease")
        .put("boostGenes", false)
        .put("consanguinity", false)
        .put("disease_penetrance", 100)
        .put("disease_severity", "")
        .put("indication_for_testing", canary)
        .put("notes", canary)
        .put("sample_type", "fastq")
        .put("selected_preset_set", "Default")
        .put("type", "Exome");
    data.putArray("diseases");
    data.putArray("samples");
    data.putObject("sequence_info");
    data.putObject("gene_list").put("id", 1).put("type", "all").put("visible", false);
    ObjectNode proband = data.putObject("patients").putObject("proband");
    proband
        .put("id", "proband")
        .put("fastq_sample", "")
        .put("pending_sample_name", canary)
        .put("notes", canary)
        .put("gender", "Unknown")
        .put("relationship", "Test Subject")
        .put("healthy", false)
        .putArray("phenotypes");
    return payload;
  }
}
