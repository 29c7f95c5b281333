package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a run begins, and what is left of it on a mock server. */
class SuiteStartTest {

  private static MockServer mock;
  private static Suite suite;

  @BeforeAll
  static void start() {
    mock = MockServer.builder().plainHttpPort(0).start();
    suite = new Suite(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    suite.close();
    mock.close();
  }

  @Test
  void addressWithoutAServerIsToldBeforeTheChecks() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }

    assertThatThrownBy(() -> run(RunSettings.builder().opal(nobody, opal()), "OPAL-LIST-01"))
        .isInstanceOf(TargetUnreachableException.class)
        .hasMessageContaining("--opal-url")
        .hasMessageNotContaining("127.0.0.1");
  }

  @Test
  void serverThatIsNotTrustedIsToldBeforeTheChecks() {
    RunSettingsBuilder settings = RunSettings.builder().opal(mock.opalUrl(), opal());

    assertThatThrownBy(() -> run(settings, "OPAL-LIST-01"))
        .isInstanceOf(TargetUnreachableException.class)
        .hasMessageContaining("--ca");
  }

  @Test
  void credentialsThatOpalRefusesAreToldBeforeTheChecks() {
    RunSettingsBuilder settings = RunSettings.builder().opal(plain(), new User("nobody", "wrong"));

    assertThatThrownBy(() -> run(settings, "OPAL-LIST-01"))
        .isInstanceOf(CredentialsRefusedException.class)
        .hasMessageContaining("401")
        .hasMessageContaining("CASEWRIGHT_OPAL_LOGIN");
  }

  @Test
  void credentialsThatEmedgeneRefusesAreToldBeforeTheChecks() {
    RunSettingsBuilder settings =
        RunSettings.builder().emedgene(plain(), new User("nobody@lab.example", "wrong"));

    assertThatThrownBy(() -> run(settings, "EMG-USER-01"))
        .isInstanceOf(CredentialsRefusedException.class)
        .hasMessageContaining("CASEWRIGHT_EMEDGENE_USERNAME");
  }

  @Test
  void serverWithoutTheAdminApiIsToldBeforeTheChecks() {
    MockAccess none = new MockAccess(URI.create(plain() + "/elsewhere"), Optional.empty());
    RunSettingsBuilder settings = RunSettings.builder().opal(plain(), opal()).mock(none);

    assertThatThrownBy(() -> run(settings, "OPAL-LIST-01"))
        .isInstanceOf(TargetUnreachableException.class)
        .hasMessageContaining("--mock-control");
  }

  @Test
  void runLeavesNoSpaceOnAMockServer() throws Exception {
    int before = spaces();
    Set<Integer> meanwhile = ConcurrentHashMap.newKeySet();
    RunResult result =
        suite.run(
            onMock().threads(2).scope(only("EMG-USER-05", "EMG-CASE-02", "EMG-AUTH-12")).build(),
            exchange -> meanwhile.add(spaces()));

    assertThat(result.verdicts()).hasSize(3).containsValue(Verdict.PASS);
    assertThat(meanwhile).anyMatch(count -> count > before);
    assertThat(spaces()).isEqualTo(before);
  }

  @Test
  void noMoreChecksAreMadeAtATimeThanWanted() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Thread caller = Thread.currentThread();

    suite.run(
        onMock().threads(2).scope(only("OPAL-LIST-01", "OPAL-REP-01", "EMG-AUTH-15")).build(),
        exchange -> threads.add(Thread.currentThread()));

    threads.remove(caller);
    assertThat(threads).hasSizeBetween(1, 2);
  }

  private static RunResult run(RunSettingsBuilder settings, String id) {
    return suite.run(settings.scope(only(id)).build(), exchange -> {});
  }

  private static RunSettingsBuilder onMock() {
    return RunSettings.builder()
        .opal(new ApiAddress(plain(), mock.httpUrl(), opal(), Optional.empty()))
        .emedgene(
            plain(), new User(mock.credentials().emedgeneUsername(), mock.credentials().password()))
        .mock(new MockAccess(plain(), Optional.empty()))
        .effects(Effect.DELETE);
  }

  private static Predicate<Check> only(String... ids) {
    Set<String> wanted = Set.of(ids);
    return check -> check.requirements().stream().anyMatch(each -> wanted.contains(each.id()));
  }

  private static User opal() {
    return new User(mock.credentials().opalLogin(), mock.credentials().password());
  }

  private static URI plain() {
    return mock.plainHttpUrl().orElseThrow();
  }

  private static int spaces() {
    try {
      String shown =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(plain() + "/__mock/api")).build(),
                  BodyHandlers.ofString())
              .body();
      return new ObjectMapper().readTree(shown).path("spaces").size();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
