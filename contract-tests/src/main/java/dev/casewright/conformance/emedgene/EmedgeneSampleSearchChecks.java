package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.emedgene.EmedgeneSamples.Known;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples are found by their names; what is known of them stands in the listed cases. */
@Checks
class EmedgeneSampleSearchChecks {

  private static final String NOBODYS = "CASEWRIGHT NO SUCH SAMPLE";
  private static final String EXACT = "&exact_match=true";

  private EmedgeneTarget target;
  private EmedgeneSamples samples;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.samples = new EmedgeneSamples(target);
  }

  @Test
  @Verifies("EMG-SAMP-01")
  void searchIsAnsweredWith200AndHits() {
    assertThat(samples.names())
        .allSatisfy(
            name -> {
              Answer answer = samples.search(name, "");
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.json().path("hits").isArray()).isTrue();
              assertThat(answer.json().path("hits")).isNotEmpty();
            });
  }

  @Test
  @Verifies("EMG-SAMP-02")
  void totalIsTheNumberOfSamplesFound() {
    List<String> queries = new ArrayList<>(samples.names());
    queries.add(samples.commonLetter());
    queries.add(NOBODYS);

    assertThat(queries.stream().map(query -> samples.search(query, "")))
        .filteredOn(EmedgeneAnswers::isSuccess)
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(answer.json().path("total").asInt(-1))
                    .isEqualTo(EmedgeneTarget.entriesOf(answer).size()));
  }

  @Test
  @Verifies("EMG-SAMP-03")
  void eachHitCarriesTheNumberOfTheSample() {
    assertThat(samples.ofEveryKind())
        .allSatisfy(
            sample ->
                assertThat(samples.hits(sample.name(), ""))
                    .allSatisfy(hit -> assertThat(hit.path("id").isIntegralNumber()).isTrue())
                    .anySatisfy(hit -> assertThat(hit.path("id").asLong()).isEqualTo(sample.id())));
  }

  @Test
  @Verifies("EMG-SAMP-04")
  void noteOfAHitIsTheNameOfTheCaseOfTheSample() {
    for (Known sample : samples.ofEveryKind()) {
      List<String> notes =
          samples.hits(sample.name(), "").stream()
              .filter(hit -> EmedgeneAnswers.idIn(hit) == sample.id())
              .map(hit -> hit.path("note").asText())
              .toList();

      assertThat(notes)
          .contains(sample.caseName())
          .allMatch(note -> samples.belongsTo(sample.id(), note));
    }
  }

  @Test
  @Verifies("EMG-SAMP-05")
  void exactSearchFindsAWholeNameAndNoPart() {
    assertThat(samples.names())
        .allSatisfy(
            name ->
                assertThat(samples.found(name, EXACT))
                    .isEqualTo(samples.idsWhere(known -> known.name().equals(name))));
    assertThat(parts())
        .allSatisfy(
            part ->
                assertThat(samples.found(part, EXACT))
                    .isEqualTo(samples.idsWhere(known -> known.name().equals(part))));
  }

  @Test
  @Verifies("EMG-SAMP-06")
  void searchFindsPartsOfANameUnlessItIsExact() {
    assertThat(parts())
        .allSatisfy(
            part ->
                assertThat(samples.found(part, ""))
                    .containsAll(samples.idsWhere(known -> known.name().contains(part))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_"})
  @Verifies("EMG-SAMP-07")
  void percentAndUnderscoreStandForThemselvesOnly(String wildcard) {
    List<String> queries = new ArrayList<>(List.of(wildcard, wildcard + wildcard));
    for (String name : samples.names()) {
      int middle = name.length() / 2;
      queries.add(name.substring(0, middle) + wildcard + name.substring(middle + 1));
    }

    assertThat(queries)
        .allSatisfy(
            query -> assertThat(samples.found(query, "")).noneMatch(idsWithout(query)::contains));
    for (Known sample : samples.ofEveryKind()) {
      if (sample.name().contains(wildcard)) {
        assertThat(samples.found(sample.name(), "")).contains(sample.id());
      }
    }
  }

  @Test
  @Verifies("EMG-SAMP-08")
  void upperAndLowerCaseDiffer() {
    List<String> queries = new ArrayList<>();
    for (String name : samples.names()) {
      queries.add(name.toLowerCase(Locale.ROOT));
      queries.add(name.toUpperCase(Locale.ROOT));
    }

    assertThat(queries)
        .anyMatch(query -> !samples.names().contains(query))
        .allSatisfy(
            query -> assertThat(samples.found(query, "")).noneMatch(idsWithout(query)::contains));
  }

  @Test
  @Verifies("EMG-SAMP-09")
  void sampleTypeKeepsTheSamplesOfThisTypeAndNoOther() {
    assumeTrue(samples.types().size() > 1, "The samples of the target are all of one type.");
    List<String> queries = new ArrayList<>(samples.names());
    queries.add(samples.commonLetter());

    for (String query : queries) {
      Set<Long> ofAllTypes = samples.found(query, "");
      for (String type : samples.types()) {
        Set<Long> expected = samples.idsWhere(known -> known.type().equals(type));
        expected.retainAll(ofAllTypes);

        assertThat(samples.found(query, "&sampleType=" + EmedgeneSamples.encoded(type)))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  @Verifies("EMG-SAMP-09")
  void sampleTypeThatNoSampleHasFindsNothing() {
    assertThat(samples.names())
        .allSatisfy(name -> assertThat(samples.hits(name, "&sampleType=no_such_type")).isEmpty());
  }

  @Test
  @Verifies("EMG-SAMP-10")
  void hitOfTheLatestCaseStandsLast() {
    List<String> queries = new ArrayList<>(samples.names());
    queries.add(samples.commonLetter());
    boolean tellsApart = false;
    for (String query : queries) {
      List<JsonNode> hits = samples.hits(query, "");
      Set<Instant> creations = new HashSet<>();
      hits.forEach(hit -> samples.creationOf(hit).ifPresent(creations::add));
      Optional<Instant> last =
          hits.isEmpty() ? Optional.empty() : samples.creationOf(hits.get(hits.size() - 1));
      if (last.isPresent()) {
        tellsApart |= creations.size() > 1;
        assertThat(last.get()).isEqualTo(Collections.max(creations));
      }
    }
    assumeTrue(tellsApart, "No search finds cases of different age.");
  }

  @Test
  @Verifies("EMG-SAMP-11")
  void searchThatFindsNothingIsAnsweredWith200AndNoHits() {
    Answer answer = samples.search(NOBODYS, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(EmedgeneTarget.entriesOf(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?sampleType=fastq", "?exact_match=true"})
  @Verifies(value = "EMG-SAMP-12", probe = Probe.INVALID_VALUES)
  void searchWithoutAQueryIsRefusedWith400(String query) {
    assertThat(target.get("/api/sample/" + query).status()).isEqualTo(400);
  }

  /** Of each name its beginning, its middle and its end. */
  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String name : samples.names()) {
      if (name.length() > 2) {
        parts.add(name.substring(0, name.length() - 1));
        parts.add(name.substring(1, name.length() - 1));
        parts.add(name.substring(1));
      }
    }
    return parts;
  }

  private Set<Long> idsWithout(String query) {
    return samples.idsWhere(known -> !known.name().contains(query));
  }
}
