package dev.casewright.client.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.call.Call;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.fixture.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Twelve days of a laboratory that asks every few minutes, over and over, of servers that read the
 * time of the filter in different zones: cases are finalized, opened and finalized again, calls
 * fail, the program is started anew, the zone changes to summer time and back, and for three days
 * nobody asks.
 */
@Tag("full")
class FinalizedSimulationTest {
  private static final Instant START = Instant.parse("2031-03-25T00:00:00Z");
  private static final Instant SUMMER = START.plus(Duration.ofDays(5));
  private static final Instant WINTER = START.plus(Duration.ofDays(10));

  private final Map<String, Optional<Instant>> finalized = new TreeMap<>();
  private Random random = new Random();
  private ZoneOffset zone = ZoneOffset.UTC;
  private Instant now = START;
  private int readings;
  private boolean nobodyAsked;

  @ParameterizedTest
  @CsvSource({"-12:00, 1", "+00:00, 2", "+05:30, 3", "+13:00, 4"})
  void eachFinalizationIsGivenOnceAtTheFirstCallThatCanSeeIt(String standard, long seed) {
    random = new Random(seed);
    FinalizedMark mark = FinalizedMark.since(START);
    Set<FinalizedCase> given = new HashSet<>();
    while (now.isBefore(START.plus(Duration.ofDays(12)))) {
      pass();
      zone = zoneOf(standard);
      Optional<FinalizedBatch> batch = batch(mark, Duration.ZERO);
      if (batch.isPresent()) {
        Set<FinalizedCase> expected = standing();
        expected.removeAll(given);
        assertThat(batch.get().cases()).as("seed %d", seed).hasSameElementsAs(expected);
        assertThat(batch.get().cases()).doesNotHaveDuplicates();
        given.addAll(expected);
        mark = FinalizedMark.parse(batch.get().mark().toText());
        assertThat(mark.known().size()).isLessThan(200);
      }
    }
    assertThat(given.size()).isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({"-12:00, 11", "+01:00, 12"})
  void aFinalizationIsGivenOnceAndAtTheLatestWhenTheCaseIsReadAgain(String standard, long seed) {
    random = new Random(seed);
    FinalizedMark mark = FinalizedMark.since(START);
    List<FinalizedCase> given = new ArrayList<>();
    while (now.isBefore(START.plus(Duration.ofDays(12)))) {
      pass();
      zone = zoneOf(standard);
      Optional<FinalizedBatch> batch = batch(mark, Duration.ofHours(1));
      if (batch.isPresent()) {
        given.addAll(batch.get().cases());
        mark = batch.get().mark();
      }
    }
    given.addAll(read(mark, Duration.ZERO).cases());

    assertThat(given).doesNotHaveDuplicates().containsAll(standing());
  }

  /** Time passes, mostly some minutes, and things happen meanwhile. */
  private void pass() {
    boolean nobodyAsks =
        now.isAfter(START.plus(Duration.ofDays(7))) && !nobodyAsked && random.nextInt(50) == 0;
    nobodyAsked = nobodyAsked || nobodyAsks;
    Duration pause =
        nobodyAsks ? Duration.ofDays(3) : Duration.ofSeconds(60 + random.nextInt(1740));
    int most = nobodyAsks ? 60 : 6;
    for (int happens = random.nextInt(most) - 3; happens > 0; happens--) {
      now = now.plus(pause.dividedBy(60)).plusSeconds(1);
      String some = "EMG" + random.nextInt(200);
      switch (random.nextInt(4)) {
        case 0 -> finalized.computeIfPresent(some, (name, before) -> Optional.empty());
        case 1 -> finalized.keySet().stream().findAny().ifPresent(this::finalizeCase);
        default -> finalizeCase(some);
      }
    }
    now = now.plus(pause);
  }

  private void finalizeCase(String name) {
    finalized.put(name, Optional.of(now.minusNanos(now.getNano())));
  }

  private ZoneOffset zoneOf(String standard) {
    ZoneOffset winter = ZoneOffset.of(standard);
    boolean summer = now.isAfter(SUMMER) && now.isBefore(WINTER);
    return summer && winter.getTotalSeconds() < 14 * 3600
        ? ZoneOffset.ofTotalSeconds(winter.getTotalSeconds() + 3600)
        : winter;
  }

  private Set<FinalizedCase> standing() {
    Set<FinalizedCase> standing = new HashSet<>();
    finalized.forEach(
        (name, changed) ->
            changed.ifPresent(time -> standing.add(new FinalizedCase(name, changed))));
    return standing;
  }

  /** Empty if the call failed. */
  private Optional<FinalizedBatch> batch(FinalizedMark mark, Duration recheck) {
    try {
      return Optional.of(read(mark, recheck));
    } catch (TransportException failure) {
      return Optional.empty();
    }
  }

  private FinalizedBatch read(FinalizedMark mark, Duration recheck) {
    // The clock of the laboratory's machine is wrong by more than an hour.
    Instant here = now.plusSeconds(5000);
    return new FinalizedCases(mark, this::list, this::detail, new MovedClock(() -> here), recheck)
        .batch();
  }

  private Stream<CaseListEntry> list(LocalDateTime from) {
    Instant start = from.toInstant(zone);
    return finalized.entrySet().stream()
        .filter(entry -> entry.getValue().filter(time -> !time.isBefore(start)).isPresent())
        .map(entry -> CaseListEntry.builder().name(entry.getKey()).build());
  }

  private CaseDetail detail(String name) {
    readings++;
    if (readings % 499 == 0) {
      throw new TransportException(
          Call.reading("getCase", Duration.ofSeconds(1), Calls.settings()).unanswered(),
          "in vain.");
    }
    return CaseDetail.builder()
        .name(name)
        .status(CaseStatus.FINALIZED)
        .statusChangeDate(finalized.get(name).orElseThrow())
        .build();
  }
}
