package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a case holds, whoever made it. */
@Checks
class EmedgeneCaseDetailChecks {

  private static final List<String> TIMES =
      List.of(
          "created",
          "delivered_date",
          "last_access_date",
          "signing_date",
          "status_change_date",
          "statusLastUpdate",
          "benderStatusStartTime",
          "benderStatusLastUpdate",
          "start",
          "end",
          "lastUpdated");

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @Test
  @Verifies("EMG-GET-01")
  void caseIsAnsweredWith200AndTheNameThatWasAskedFor() {
    assertThat(cases.atLeastOne())
        .allSatisfy(
            name -> {
              Answer answer = target.get("/api/test/" + name);
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.json().path("name").asText()).isEqualTo(name);
            });
  }

  @Test
  @Verifies("EMG-GET-02")
  void caseCarriesThe48Keys() {
    Set<String> keys = new TreeSet<>();
    Contract.of(Api.EMEDGENE)
        .at("/components/schemas/CaseDetail/properties")
        .fieldNames()
        .forEachRemaining(keys::add);

    assertThat(keys).hasSize(48);
    assertThat(details())
        .allSatisfy(detail -> assertThat(detail.fieldNames()).toIterable().containsAll(keys));
  }

  @Test
  @Verifies("EMG-GET-03")
  void pointsInTimeAreRfc1123TextsInGmt() {
    assertThat(valuesOf(TIMES).filter(time -> !time.isNull()))
        .isNotEmpty()
        .allMatch(EmedgeneTimes::isRfc1123InGmt);
    assertThat(valuesOf(List.of("created", "status_change_date")))
        .allMatch(EmedgeneTimes::isRfc1123InGmt);
  }

  @Test
  @Verifies("EMG-GET-04")
  void plainDatesAreYearMonthDay() {
    List<JsonNode> dates =
        valuesOf(List.of("due_date", "date_of_birth")).filter(date -> !date.isNull()).toList();

    assumeTrue(!dates.isEmpty(), "No case of the target has a plain date.");
    assertThat(dates)
        .allSatisfy(date -> assertThat(date.asText()).matches("\\d{4}-\\d{2}-\\d{2}"))
        .allMatch(EmedgeneTimes::isDate);
  }

  @Test
  @Verifies("EMG-GET-05")
  void eachFamilyMemberCarriesSampleGenderAndPhenotypes() {
    List<JsonNode> persons =
        details().stream().flatMap(EmedgeneCaseDetailChecks::personsOf).toList();

    assertThat(persons)
        .isNotEmpty()
        .allSatisfy(
            person -> {
              assertThat(person.path("fastq_sample").isTextual()).isTrue();
              assertThat(person.path("gender").isTextual()).isTrue();
              assertThat(person.path("phenotypes").isArray()).isTrue();
            });
  }

  @Test
  @Verifies("EMG-GET-07")
  void phenotypesOfTheProbandComeOnceMoreAtTheTop() {
    assertThat(withPhenotypes())
        .allSatisfy(
            detail -> {
              JsonNode top = detail.path("phenotypes");
              assertThat(digitsOf(top.findValuesAsText("hpo_id")))
                  .containsAll(digitsOf(idsOfTheProband(detail)));
              assertThat(top)
                  .hasSameSizeAs(detail.at("/patients/proband/phenotypes"))
                  .allSatisfy(
                      phenotype -> {
                        assertThat(phenotype.path("hpo_id").asText()).matches("HP:\\d{7}");
                        assertThat(phenotype.path("name").asText()).isNotBlank();
                      });
            });
  }

  @Test
  @Verifies("EMG-GET-08")
  void idOfAPhenotypeAtTheTopHasNoCollectionInFront() {
    List<JsonNode> atTheTop =
        details().stream().flatMap(detail -> detail.path("phenotypes").valueStream()).toList();

    assumeTrue(!atTheTop.isEmpty(), "No case of the target has a phenotype at the top.");
    assertThat(atTheTop)
        .allSatisfy(
            phenotype -> {
              assertThat(phenotype.path("id").isTextual()).isTrue();
              assertThat(phenotype.path("id").asText())
                  .isNotBlank()
                  .doesNotStartWith("phenotypes/");
            });
  }

  @Test
  @Verifies("EMG-GET-11")
  void sampleFilesUseTheNamesOfAnswers() {
    List<JsonNode> files = new ArrayList<>();
    details()
        .forEach(
            detail -> detail.findValues("sampleFiles").forEach(list -> list.forEach(files::add)));

    assumeTrue(!files.isEmpty(), "No case of the target has sample files.");
    assertThat(files)
        .allSatisfy(
            file ->
                assertThat(file.fieldNames())
                    .toIterable()
                    .contains("storageProviderId", "vcfColumnName", "sampleType")
                    .doesNotContain("storage_id", "vcf_column_name", "sample_type"));
    assertThat(files)
        .anySatisfy(file -> assertThat(file.path("storageProviderId").isNumber()).isTrue());
  }

  private Collection<JsonNode> details() {
    Collection<JsonNode> details = cases.read().values();
    assumeTrue(!details.isEmpty(), "The target has no case.");
    return details;
  }

  private List<JsonNode> withPhenotypes() {
    List<JsonNode> found =
        details().stream().filter(detail -> !idsOfTheProband(detail).isEmpty()).toList();
    assumeTrue(!found.isEmpty(), "No case of the target has a phenotype.");
    return found;
  }

  private Stream<JsonNode> valuesOf(List<String> members) {
    return details().stream()
        .flatMap(detail -> members.stream().flatMap(name -> detail.findValues(name).stream()))
        .filter(JsonNode::isValueNode);
  }

  /** What else stands among the patients may be anything. */
  private static Stream<JsonNode> personsOf(JsonNode detail) {
    return Stream.of("proband", "mother", "father", "other")
        .map(detail.path("patients")::path)
        .flatMap(member -> member.isArray() ? member.valueStream() : Stream.of(member))
        .filter(person -> !person.isNull() && !person.isMissingNode());
  }

  private static List<String> idsOfTheProband(JsonNode detail) {
    return detail.at("/patients/proband/phenotypes").findValuesAsText("id");
  }

  /** The seven digits that all forms of a phenotype's id share. */
  private static List<String> digitsOf(List<String> ids) {
    return ids.stream().map(id -> id.replaceAll("\\D", "")).toList();
  }
}
