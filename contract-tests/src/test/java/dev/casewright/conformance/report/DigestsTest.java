package dev.casewright.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestsTest {

  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void suiteHasADigestOfItsClasses() {
    assertThat(Digests.ofSuite()).matches("[0-9a-f]{64}").isNotEqualTo(OF_NOTHING);
  }

  @Test
  void eachContractDocumentHasADigestOfItsOwn() {
    assertThat(Digests.ofContracts())
        .containsOnlyKeys(
            List.of(
                "emedgene/openapi.yaml",
                "emedgene/requirements.yaml",
                "opal/openapi.yaml",
                "opal/requirements.yaml"))
        .doesNotContainValue(OF_NOTHING);
    assertThat(Digests.ofContracts().values()).doesNotHaveDuplicates();
  }
}
