package dev.casewright.contracttests.provider;

import dev.casewright.contracttests.provider.PactReplay.Replayed;
import dev.casewright.mockserver.ProofServer;
import dev.casewright.mockserver.deviation.Deviation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which pacts turn red with each deviation of the mock server.
 *
 * @param summaries what the server does instead, by requirement
 * @param red the interactions that turn red, by requirement; none where there are none
 * @param redUnbroken the interactions that are red without any deviation
 */
public record PactProof(
    Map<String, String> summaries, Map<String, SortedSet<String>> red, List<String> redUnbroken) {

  /** Replays all pacts of a folder; blocks. */
  static PactProof of(Path folder) {
    List<Replayed> interactions = PactReplay.interactions(folder);
    Map<String, SortedSet<String>> red = new TreeMap<>();
    List<String> redUnbroken = new ArrayList<>();
    try (ProofServer mock = ProofServer.start()) {
      PactReplay replay = new PactReplay(mock);
      for (Replayed interaction : interactions) {
        if (!replay.isGreen(interaction, Optional.empty())) {
          redUnbroken.add(interaction.description());
        }
        for (String broken : mock.foreseen()) {
          if (!replay.isGreen(interaction, Optional.of(broken))) {
            red.computeIfAbsent(broken, id -> new TreeSet<>()).add(interaction.description());
          }
        }
      }
      Map<String, String> summaries = new LinkedHashMap<>();
      for (Deviation deviation : mock.deviations()) {
        summaries.put(deviation.requirement(), deviation.summary());
      }
      return new PactProof(summaries, red, redUnbroken);
    }
  }
}
