package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a geneticist would look at in the pack {@code small}. */
class SmallPackTest {

  private static final Mistakes MISTAKES = new Mistakes();
  private static PackFiles small;

  @BeforeAll
  static void readIt() throws IOException {
    small =
        new PackFiles(
            file("laboratory.yaml"),
            file("variants.yaml"),
            file("reports.yaml"),
            file("cases.yaml"));
  }

  @Test
  void itPassesTheCheckOfFolders() {
    PackFolder.check(
        small,
        Map.of(Api.OPAL, Contract.of(Api.OPAL), Api.EMEDGENE, Contract.of(Api.EMEDGENE)),
        MISTAKES);

    assertThatCode(() -> MISTAKES.throwIfAny("small")).doesNotThrowAnyException();
  }

  @Test
  void aPositionOnBothGenomesIsOnOneChromosomeWithTheSameLetters() {
    for (JsonNode variant : small.variants().root()) {
      if (variant.has("grch37")) {
        for (String same : List.of("chromosome", "ref", "alt")) {
          assertThat(variant.at("/grch37/" + same)).isEqualTo(variant.at("/grch38/" + same));
        }
        assertThat(variant.at("/grch37/position")).isNotEqualTo(variant.at("/grch38/position"));
      }
    }
  }

  @Test
  void aVariantInAChildWasInheritedOrIsNewAndDominant() {
    for (JsonNode entry : small.cases().root()) {
      if (isTrio(entry)) {
        for (JsonNode candidate : entry.path("candidates")) {
          boolean isNew = isNa(candidate, "mother") && isNa(candidate, "father");
          boolean isHom = candidate.path("proband").asText().equals("Hom");
          String inheritance = inheritance(candidate);
          assertThat(!isNew || inheritance.contains("dominant"))
              .as(entry.path("name").asText())
              .isTrue();
          assertThat(!isHom || !isNa(candidate, "mother") && !isNa(candidate, "father")).isTrue();
        }
      }
    }
  }

  @Test
  void aRecessiveDiseaseIsExplainedByBothCopies() {
    for (JsonNode entry : small.cases().root()) {
      Map<String, List<JsonNode>> byGene = new HashMap<>();
      for (JsonNode candidate : entry.path("candidates")) {
        if (candidate.at("/tag/value").asText().equals("most_likely")
            && inheritance(candidate).contains("recessive")) {
          byGene.computeIfAbsent(gene(candidate), key -> new ArrayList<>()).add(candidate);
        }
      }
      for (List<JsonNode> found : byGene.values()) {
        boolean homozygous = found.get(0).path("proband").asText().equals("Hom");
        assertThat(homozygous ? found.size() == 1 : found.size() == 2)
            .as(entry.path("name").asText())
            .isTrue();
      }
    }
  }

  @Test
  void thereIsATrioWithANewVariant() {
    assertThat(small.cases().root())
        .anyMatch(
            entry ->
                isTrio(entry)
                    && entry
                        .path("candidates")
                        .valueStream()
                        .anyMatch(c -> isNa(c, "mother") && isNa(c, "father")));
  }

  @Test
  void thereAreTwoVariantsOfAGeneInTrans() {
    assertThat(small.cases().root()).anyMatch(SmallPackTest::hasTwoInTrans);
  }

  @Test
  void thereIsAFamilyOfRelatedParentsWithARecessiveDisease() {
    assertThat(small.cases().root())
        .anyMatch(
            entry ->
                entry.at("/payload/test_data/consanguinity").asBoolean()
                    && isTrio(entry)
                    && entry
                        .path("candidates")
                        .valueStream()
                        .anyMatch(
                            c ->
                                c.path("proband").asText().equals("Hom")
                                    && c.path("mother").asText().equals("Het")
                                    && c.path("father").asText().equals("Het")
                                    && inheritance(c).contains("recessive")));
  }

  @Test
  void thereIsASingleton() {
    assertThat(small.cases().root())
        .anyMatch(entry -> entry.at("/payload/test_data/samples").size() == 1);
  }

  @Test
  void bothApisTellTheSameFindingsOfAPatientInOneApprovedReport() {
    int compared = 0;
    for (JsonNode report : small.reports().root()) {
      for (JsonNode entry : small.cases().root()) {
        boolean sameSample =
            entry
                .at("/payload/test_data/patients/proband/fastq_sample")
                .equals(report.at("/genome/name"));
        if (sameSample
            && report.path("status").asText().equals("APPROVED")
            && entry.has("delivered")) {
          assertThat(keys(report.path("variants"), Set.of()))
              .as(report.path("id") + " " + entry.path("name"))
              .isEqualTo(keys(entry.path("candidates"), Set.of("carrier")));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(8);
  }

  @Test
  void bothApisTellTheSameSexAndBirthOfAPatient() {
    for (JsonNode report : small.reports().root()) {
      for (JsonNode entry : small.cases().root()) {
        JsonNode proband = entry.at("/payload/test_data/patients/proband");
        JsonNode patient = report.path("patient_dict");
        if (proband.path("fastq_sample").equals(report.at("/genome/name"))
            && patient.has("dob_year")) {
          assertThat(patient.path("sex")).isEqualTo(proband.path("gender"));
          assertThat(proband.path("date_of_birth").asText())
              .isEqualTo(
                  LocalDate.of(
                          patient.path("dob_year").asInt(),
                          patient.path("dob_month").asInt(),
                          patient.path("dob_day").asInt())
                      .toString());
        }
      }
    }
  }

  private static Set<String> keys(JsonNode mentions, Set<String> without) {
    Set<String> keys = new TreeSet<>();
    for (JsonNode mention : mentions) {
      if (!without.contains(mention.at("/tag/value").asText())) {
        keys.add(mention.path("variant").asText());
      }
    }
    return keys;
  }

  private static boolean hasTwoInTrans(JsonNode entry) {
    List<JsonNode> found = entry.path("candidates").valueStream().toList();
    return found.size() >= 2
        && gene(found.get(0)).equals(gene(found.get(1)))
        && !isNa(found.get(0), "mother")
        && isNa(found.get(0), "father")
        && isNa(found.get(1), "mother")
        && !isNa(found.get(1), "father");
  }

  private static boolean isTrio(JsonNode entry) {
    return entry.at("/payload/test_data/patients/mother").has("fastq_sample")
        && entry.at("/payload/test_data/patients/father").has("fastq_sample");
  }

  private static boolean isNa(JsonNode candidate, String person) {
    return candidate.path(person).asText("na").equals("na");
  }

  private static String gene(JsonNode candidate) {
    return known(candidate).path("gene").asText();
  }

  private static String inheritance(JsonNode candidate) {
    return known(candidate).at("/disease/inheritance").asText();
  }

  private static JsonNode known(JsonNode candidate) {
    return small.variants().root().path(candidate.path("variant").asText());
  }

  private static PackFile file(String name) throws IOException {
    return PackFileReader.read(name, new SeedFiles("small").bytes(name), MISTAKES);
  }
}
