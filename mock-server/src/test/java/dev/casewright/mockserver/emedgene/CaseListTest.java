package dev.casewright.mockserver.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.RunningMock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseListTest {

  private static final MutableClock CLOCK =
      new MutableClock(Instant.parse("2031-01-06T09:30:00.500Z"));

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(settings -> settings.clock(CLOCK));

  @Test
  void withoutAFilterTheListHasEveryCase() {
    JsonNode list = MOCK.emedgene("/api/test").json();

    assertThat(names(list)).isEqualTo(MOCK.space().caseNames());
    assertThat(list.path("total").asInt()).isEqualTo(MOCK.space().caseNames().size());
  }

  @Test
  void aStatusKeepsItsCases() {
    assertThat(names("?status=finalized")).isEqualTo(MOCK.space().caseNames("finalized"));
    assertThat(names("?status=no_such_status")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2031-01-06T09:30:00, true",
    "2031-01-06T09:30:00.500000, true",
    "2031-01-06T09:30:00.500001, false",
    "2031-01-06T09:30:01, false",
    "2031-01-06T09:30:00Z, true",
    "2031-01-06T10:30:00+01:00, true",
    "2031-01-06T09:30:01-00:30, false"
  })
  void aTimeKeepsWhatChangedSince(String time, boolean found) {
    String name = MOCK.space().caseNames("delivered").get(0);
    MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"finalized\"}");

    assertThat(names("?status=finalized&from_status_change_date=" + time.replace("+", "%2B")))
        .isEqualTo(found ? List.of(name) : List.of());
    assertThat(names("?status=delivered&from_status_change_date=" + time.replace("+", "%2B")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2031-01-06", "2031-13-06T09:30:00", "2031-02-30T09:30:00", ""})
  void whatIsNoTimeIsRefused(String time) {
    assertThat(MOCK.emedgene("/api/test?from_status_change_date=" + time).status()).isEqualTo(400);
  }

  @Test
  void samplesAreFoundByNameAndTheLatestCaseStandsLast() {
    JsonNode both = samples("?query=CW-2025-00001-P&sampleType=vcf&exact_match=true");

    assertThat(both.path("total").asInt()).isEqualTo(2);
    assertThat(both.path("hits").valueStream().map(hit -> hit.path("id").asLong()).distinct())
        .hasSize(1);
    List<String> notes =
        both.path("hits").valueStream().map(hit -> hit.path("note").asText()).toList();
    assertThat(MOCK.space().caseNames().indexOf(notes.get(0)))
        .isLessThan(MOCK.space().caseNames().indexOf(notes.get(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "?query=CW-2025-00001, 7",
    "?query=CW-2025-00001&exact_match=false, 7",
    "?query=CW-2025-00001&exact_match=true, 0",
    "?query=CW-2025-00001&sampleType=fastq, 0",
    "?query=cw-2025-00001, 0",
    "?query=CW_2025_00020, 3",
    "?query=CW%252025, 1",
    "?query=nothing-of-this-name, 0"
  })
  void aSampleHasToPassAllFilters(String query, int found) {
    assertThat(samples(query).path("hits").size()).isEqualTo(found);
    assertThat(samples(query).path("total").asInt()).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?query=", "?sampleType=fastq", "?query=a&exact_match=perhaps"})
  void aSearchWithoutAQueryIsRefused(String query) {
    assertThat(MOCK.emedgene("/api/sample/" + query).status()).isEqualTo(400);
  }

  private static JsonNode samples(String query) {
    return MOCK.emedgene("/api/sample/" + query).json();
  }

  private static List<String> names(String query) {
    return names(MOCK.emedgene("/api/test" + query).json());
  }

  private static List<String> names(JsonNode list) {
    return list.path("hits").valueStream().map(hit -> hit.path("name").asText()).toList();
  }
}
