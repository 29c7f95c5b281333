package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter of the list by the time at which the status changed. */
@Checks
class EmedgeneCaseListTimeChecks {

  private static final String SINCE = "/api/test?from_status_change_date=";
  private static final Set<String> UNDER_WAY = Set.of("uploading", "in_progress");

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @Test
  @Verifies("EMG-LIST-05")
  void timeKeepsTheCasesThatChangedSinceAndNoOther() {
    List<Instant> changes = changes();
    List<Instant> times = new ArrayList<>(changes);
    times.add(changes.get(changes.size() - 1).plusSeconds(1));
    times.add(changes.get(0).minusSeconds(1));

    assertThat(times)
        .allSatisfy(
            time ->
                assertThat(EmedgeneCases.namesIn(since(time)))
                    .filteredOn(this::isKnownAndStays)
                    .containsExactlyInAnyOrderElementsOf(
                        cases.where(detail -> stays(detail) && isSince(detail, time))));
  }

  private boolean isKnownAndStays(String name) {
    return cases.details().containsKey(name) && stays(cases.details().get(name));
  }

  /** What is under way can change its status between one answer and the next. */
  private static boolean stays(JsonNode detail) {
    return !UNDER_WAY.contains(detail.path("status").asText());
  }

  @Test
  @Verifies("EMG-LIST-06")
  void caseHasToPassBothFilters() {
    Set<String> ofStatus = names(target.get("/api/test?status=finalized"));
    for (Instant time : timesThatTellTheFiltersApart()) {
      Set<String> both = new HashSet<>(ofStatus);
      both.retainAll(names(since(time)));

      assertThat(names(target.get(targetOf(time) + "&status=finalized"))).isEqualTo(both);
      assertThat(names(target.get(statusFirst(time)))).isEqualTo(both);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&status=finalized"})
  @Verifies("EMG-LIST-07")
  void timeAsPythonWritesItIsAccepted(String more) {
    assertThat(target.get(SINCE + "2031-01-08T14:05:10.123456" + more))
        .matches(EmedgeneAnswers::isSuccess);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "%2B00:00", "%2B05:30", "-08:00"})
  @Verifies("EMG-LIST-08")
  void timeWithAZoneIsAccepted(String zone) {
    assertThat(target.get(SINCE + "2031-01-08T14:05:10" + zone))
        .matches(EmedgeneAnswers::isSuccess);
    assertThat(target.get(SINCE + "2031-01-08T14:05:10.123456" + zone))
        .matches(EmedgeneAnswers::isSuccess);
  }

  @Test
  @Verifies("EMG-LIST-08")
  void zoneOfATimeCounts() {
    Instant time = changes().get(changes().size() / 2);
    assertThat(target.get(SINCE + EmedgeneTimes.naive(time) + "Z"))
        .matches(EmedgeneAnswers::isSuccess);
    Set<String> inUtc = names(target.get(SINCE + EmedgeneTimes.naive(time) + "Z"));

    for (int hours : List.of(-8, 2)) {
      String zoned =
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
              .format(time.atOffset(ZoneOffset.ofHours(hours)));
      assertThat(names(target.get(SINCE + zoned.replace("+", "%2B")))).isEqualTo(inUtc);
    }
  }

  @Test
  @Verifies("EMG-LIST-09")
  void timeWithoutAZoneIsReadAsUtc() {
    Instant change = changes().get(changes().size() - 1);
    List<String> changed = cases.where(detail -> isSince(detail, change));

    for (Instant time : List.of(change, change.plusSeconds(1))) {
      Answer inUtc = target.get(SINCE + EmedgeneTimes.naive(time) + "Z");
      Set<String> naive = names(target.get(SINCE + EmedgeneTimes.naive(time)));
      if (EmedgeneAnswers.isSuccess(inUtc)) {
        assertThat(naive).isEqualTo(names(inUtc));
      } else {
        assertThat(naive.containsAll(changed)).isEqualTo(time.equals(change));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "1925647510",
        "01/08/2031",
        "Wed,%2008%20Jan%202031%2014:05:10%20GMT",
        "2031-13-08T14:05:10",
        "2031-01-08T25:05:10"
      })
  @Verifies(value = "EMG-LIST-10", probe = Probe.INVALID_VALUES)
  void timeThatIsNotIso8601IsRefusedWith400(String time) {
    assertThat(target.get(SINCE + time).status()).isEqualTo(400);
  }

  /** All cases that changed since a time; the time goes with a zone if the target takes one. */
  private Answer since(Instant time) {
    return target.get(targetOf(time));
  }

  private String targetOf(Instant time) {
    String zoned = SINCE + EmedgeneTimes.naive(time) + "Z";
    return EmedgeneAnswers.isSuccess(target.get(zoned)) ? zoned : SINCE + EmedgeneTimes.naive(time);
  }

  private String statusFirst(Instant time) {
    return targetOf(time).replace("?", "?status=finalized&");
  }

  /** Times since which a finalized case and another one changed, and before which another did. */
  private List<Instant> timesThatTellTheFiltersApart() {
    List<Instant> finalized =
        cases.in("finalized").stream()
            .flatMap(name -> changeOf(cases.details().get(name)).stream())
            .sorted()
            .toList();
    List<Instant> others = changes().stream().filter(time -> !finalized.contains(time)).toList();
    List<Instant> times =
        finalized.stream()
            .skip(1)
            .filter(time -> others.stream().anyMatch(other -> other.isAfter(time)))
            .toList();
    assumeTrue(!times.isEmpty(), "The cases of the target do not tell one filter from two.");
    return times;
  }

  /** The times at which the statuses of the listed cases changed, ascending. */
  private List<Instant> changes() {
    Set<Instant> changes = new TreeSet<>();
    cases.details().values().forEach(detail -> changeOf(detail).ifPresent(changes::add));
    assumeTrue(changes.size() > 1, "The cases of the target do not differ in time.");
    return List.copyOf(changes);
  }

  private static boolean isSince(JsonNode detail, Instant time) {
    return changeOf(detail).filter(change -> !change.isBefore(time)).isPresent();
  }

  private static Optional<Instant> changeOf(JsonNode detail) {
    return EmedgeneTimes.in(detail.path("status_change_date"));
  }

  private static Set<String> names(Answer list) {
    return new HashSet<>(EmedgeneCases.namesIn(list));
  }
}
