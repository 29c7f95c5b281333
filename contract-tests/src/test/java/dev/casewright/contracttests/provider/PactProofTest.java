package dev.casewright.contracttests.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.contracttests.pact.PactFiles;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A consumer can feel a deviation if one of its interactions refers to the requirement: at least
 * one of the pacts has to turn red with it.
 */
@ExtendWith(PactProofExtension.class)
class PactProofTest {

  @Test
  void pactsAreGreenWhileNothingIsBroken(PactProof proof) {
    assertThat(proof.redUnbroken()).isEmpty();
  }

  @Test
  void everyDeviationThatAConsumerCanFeelTurnsAPactRed(PactProof proof) {
    Set<String> felt =
        PactFiles.read(Path.of(System.getProperty("pact.rootDir"))).stream()
            .flatMap(interaction -> interaction.requirements().stream())
            .collect(Collectors.toSet());

    assertThat(felt).isSubsetOf(proof.red().keySet());
  }
}
