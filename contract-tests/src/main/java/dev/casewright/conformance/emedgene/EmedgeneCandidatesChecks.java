package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tagged variants of a case. */
@Checks
class EmedgeneCandidatesChecks {

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @Test
  @Verifies("EMG-CAND-01")
  void candidatesAreAnsweredWith200() {
    assertThat(cases.atLeastOne())
        .allSatisfy(name -> assertThat(candidatesOf(name).status()).isEqualTo(200));
  }

  @Test
  @Verifies("EMG-CAND-02")
  void variantsStandInVariants() {
    assertThat(cases.atLeastOne())
        .allSatisfy(
            name -> assertThat(candidatesOf(name).json().path("variants").isArray()).isTrue());
  }

  @Test
  @Verifies("EMG-CAND-03")
  void eachVariantCarriesItsTag() {
    assertThat(variants())
        .allSatisfy(
            variant -> {
              assertThat(variant.at("/tag/value").isTextual()).isTrue();
              assertThat(variant.at("/tag/value").asText()).isNotBlank();
            });
  }

  @Test
  @Verifies("EMG-CAND-04")
  void eachVariantCarriesItsPlaceAllelesGeneQualityZygositiesAndEvidence() {
    List<String> texts =
        List.of(
            "chromosome",
            "ref",
            "alt",
            "gene_name",
            "quality",
            "proband_zygosity",
            "mother_zygosity",
            "father_zygosity");

    assertThat(variants())
        .allSatisfy(
            variant -> {
              assertThat(texts)
                  .allSatisfy(field -> assertThat(variant.path(field).isTextual()).isTrue());
              assertThat(variant.path("position").isIntegralNumber()).isTrue();
              assertThat(variant.path("evidence").isObject()).isTrue();
            });
  }

  @Test
  @Verifies("EMG-CAND-05")
  void detailsTextIsSpelledWithACapitalOnly() {
    assertThat(variants())
        .allSatisfy(
            variant -> {
              assertThat(variant.path("Variant_details").isTextual()).isTrue();
              assertThat(variant.has("variant_details")).isFalse();
            });
  }

  private List<JsonNode> variants() {
    List<JsonNode> variants =
        cases.subjects().stream()
            .flatMap(name -> EmedgeneTarget.entriesOf(candidatesOf(name)).stream())
            .toList();
    assumeTrue(!variants.isEmpty(), "No case of the target has a tagged variant.");
    return variants;
  }

  private Answer candidatesOf(String name) {
    return target.get("/api/candidates/" + name);
  }
}
