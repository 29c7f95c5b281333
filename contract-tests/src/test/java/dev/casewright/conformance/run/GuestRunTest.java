package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.result.LeftBehind;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run on a server that counts as another machine. */
class GuestRunTest {

  private static MockServer mock;
  private static Suite suite;

  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    mock = MockServer.builder().progress(ProgressPolicy.atOnce()).start();
    suite = new Suite(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    suite.close();
    mock.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPAL-AUTH-01", "OPAL-TLS-01", "OPAL-ERR-05", "EMG-ERR-03"})
  void probeIsSkippedWithTheNameThatWouldAllowIt(String id) {
    RequirementResult result =
        run(asGuest().effects(Effect.DELETE), only(id)).requirements().get(0);

    assertThat(result.verdict()).isEqualTo(Verdict.SKIP);
    assertThat(result.reason()).contains("--allow-probe ");
    assertThat(exchanges).as("requests before the checks").hasSize(2);
  }

  @Test
  void probeIsSentToThisMachineWithoutBeingAllowed() {
    RunSettingsBuilder here = asGuest().thisMachine(host -> true);

    assertThat(run(here, only("OPAL-AUTH-01")).verdicts()).containsValue(Verdict.PASS);
  }

  @Test
  void allowedProbesOfAReadingRunOnlyRead() {
    RunResult result =
        run(asGuest().probes(Set.of(Probe.NO_CREDENTIALS)), only("EMG-AUTH-08", "EMG-CASE-01"));

    assertThat(result.verdicts())
        .containsEntry("EMG-AUTH-08", Verdict.PASS)
        .containsEntry("EMG-CASE-01", Verdict.SKIP);
    assertThat(exchanges)
        .extracting(each -> RequestKind.of(each.api(), each.message()).effect())
        .containsOnly(Effect.READ);
  }

  @Test
  void runSendsOneWrongLogin() {
    RunSettingsBuilder settings =
        asGuest().probes(Set.of(Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES));
    RunResult result = run(settings, only("EMG-AUTH-16", "EMG-AUTH-17", "OPAL-AUTH-05"));

    assertThat(exchanges)
        .filteredOn(
            each ->
                RequestKind.of(each.api(), each.message())
                    .isWrongLogin(settings.build().address(each.api())))
        .hasSize(1);
    assertThat(result.verdicts()).containsValue(Verdict.SKIP).doesNotContainValue(Verdict.FAIL);
  }

  @Test
  void plainHttpIsAskedWithoutCredentials() {
    RunResult result =
        run(asGuest().probes(Set.of(Probe.PLAIN_HTTP)), only("OPAL-TLS-02", "EMG-TLS-01"));

    assertThat(result.verdicts()).containsOnlyKeys("OPAL-TLS-02", "EMG-TLS-01");
    assertThat(result.verdicts()).containsValue(Verdict.PASS).doesNotContainValue(Verdict.FAIL);
    assertThat(exchanges)
        .filteredOn(Exchange::redirect)
        .isNotEmpty()
        .noneMatch(each -> each.message().headers().containsKey("Authorization"));
  }

  @Test
  void casesOfTheLaboratoryAreNotChanged() {
    RunResult result = run(asGuest().effects(Effect.DELETE), only("EMG-STAT-10"));

    assertThat(result.verdicts()).containsValue(Verdict.SKIP);
    assertThat(exchanges).noneMatch(each -> each.message().method().equals("PUT"));
  }

  @Test
  void whatTheRunMadeIsListedIfItMayNotBeChanged() {
    RunResult result = run(asGuest().effects(Effect.CREATE), only("EMG-CASE-02"));

    assertThat(result.verdicts()).containsValue(Verdict.PASS);
    assertThat(result.leftBehind())
        .hasSize(3)
        .allSatisfy(left -> assertThat(left.reason()).contains("--effects change"))
        .extracting(LeftBehind::name)
        .anyMatch(mock.space().caseNames("delivered")::contains);
  }

  @Test
  void whatTheRunMadeIsTakenAwayWhereTheApiLetsIt() {
    List<String> before = mock.space().caseNames("delivered");

    RunResult result = run(asGuest().effects(Effect.CHANGE), only("EMG-CASE-02"));

    assertThat(mock.space().caseNames("delivered")).containsExactlyElementsOf(before);
    assertThat(result.leftBehind())
        .hasSize(2)
        .extracting(LeftBehind::name)
        .allMatch(mock.space().caseNames("pending-sequencing")::contains);
  }

  @Test
  void runWithASpentBudgetIsIncomplete() {
    RunResult result = run(asGuest().maxRequests(6), only("OPAL-LIST-01", "OPAL-LIST-02"));

    assertThat(result.requests()).isEqualTo(6);
    assertThat(exchanges).hasSize(6);
    assertThat(result.verdicts()).containsValue(Verdict.NOT_RUN).doesNotContainValue(Verdict.FAIL);
    assertThat(result.incomplete()).hasValueSatisfying(why -> assertThat(why).contains("--max-r"));
  }

  private RunResult run(RunSettingsBuilder settings, Predicate<Check> scope) {
    return suite.run(settings.scope(scope).build(), exchanges::add);
  }

  private static Predicate<Check> only(String... ids) {
    Set<String> wanted = Set.of(ids);
    return check -> check.requirements().stream().anyMatch(each -> wanted.contains(each.id()));
  }

  private static RunSettingsBuilder asGuest() {
    User opal = new User(mock.credentials().opalLogin(), mock.credentials().password());
    User emedgene = new User(mock.credentials().emedgeneUsername(), mock.credentials().password());
    return RunSettings.builder()
        .opal(address(mock.opalUrl(), opal))
        .emedgene(address(mock.opalUrl(), emedgene))
        .tls(mock.sslContext())
        .perSecond(1000)
        .thisMachine(host -> false);
  }

  private static ApiAddress address(URI url, User user) {
    return new ApiAddress(url, mock.httpUrl(), user, Optional.empty());
  }
}
