package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TestMark;
import dev.casewright.openapi.Api;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest never sends to a laboratory, whatever the checks declare. */
class GuestGuardTest {

  private static final String LOGIN = "/api/auth/v2/api_login/";
  private static final Map<String, String> OWN =
      Map.of("Authorization", OpalTarget.basic("own", "secret"));
  private static final Map<String, String> WRONG =
      Map.of("authorization", OpalTarget.basic("own", "guess"));
  private static final Set<Probe> ALL = EnumSet.allOf(Probe.class);

  private final SentMessages sent = new SentMessages();
  private final AtomicBoolean wrongLogin = new AtomicBoolean();
  private final Creations creations = new Creations(false, new Budget(100));

  @ParameterizedTest
  @CsvSource({
    "OPAL, PUT, /reports/5001",
    "OPAL, PUT, /reports/5001/",
    "OPAL, PUT, //reports//5001",
    "OPAL, POST, /reports",
    "OPAL, PATCH, /reports/5001/update_status",
    "OPAL, DELETE, /projects/1",
    "EMEDGENE, POST, /api/test",
    "EMEDGENE, PUT, /api/test/EMG000000001/add_participants_on_create/"
  })
  void writeThatTheRealServiceMayHaveIsNeverSent(Api api, String method, String path) {
    isRefused(guard(api, false, ALL), method, path, OWN, "{}", "The real service may do");
  }

  @Test
  void methodThatNobodyKnowsIsSentIfItIsAllowed() {
    guard(Api.OPAL, false, Set.of(Probe.OTHER_METHODS)).send("DELETE", "/reports", OWN, null);

    assertThat(sent.lines()).containsExactly("DELETE /reports");
    isRefused(guard(Api.OPAL, false, Set.of()), "DELETE", "/reports", OWN, null, "other-methods");
  }

  @Test
  void requestWithoutCredentialsIsSentIfItIsAllowed() {
    guard(Api.OPAL, false, Set.of(Probe.NO_CREDENTIALS)).send("GET", "/reports", Map.of(), null);

    assertThat(sent.lines()).hasSize(1);
    Channel careful = guard(Api.OPAL, false, Set.of());
    isRefused(careful, "GET", "/reports", Map.of(), null, "--allow-probe no-credentials");
  }

  @Test
  void runSendsOneWrongLoginForBothApisTogether() {
    guard(Api.OPAL, false, ALL).send("GET", "/reports", WRONG, null);
    String wrong = EmedgeneTarget.credentials("own", "guess");

    isRefused(guard(Api.OPAL, false, ALL), "GET", "/reports", WRONG, null, "one wrong login");
    isRefused(guard(Api.EMEDGENE, false, ALL), "POST", LOGIN, Map.of(), wrong, "one wrong login");
    isRefused(guard(Api.EMEDGENE, false, ALL), "POST", LOGIN, Map.of(), "{", "one wrong login");
  }

  @Test
  void ownLoginsAreNotCounted() {
    String own = "{\"password\": \"secret\", \"username\": \"own\"}";
    for (int login = 0; login < 3; login++) {
      guard(Api.OPAL, false, Set.of()).send("GET", "/reports", OWN, null);
      guard(Api.EMEDGENE, false, Set.of()).send("POST", LOGIN, Map.of(), own);
    }

    assertThat(sent.lines()).hasSize(6);
  }

  @Test
  void wrongLoginIsAProbe() {
    isRefused(guard(Api.OPAL, false, Set.of()), "GET", "/reports", WRONG, null, "wrong-credent");
    assertThat(wrongLogin).isFalse();
  }

  @Test
  void plainHttpCarriesNoCredentials() {
    guard(Api.OPAL, true, Set.of(Probe.PLAIN_HTTP)).send("GET", "/reports", OWN, null);
    guard(Api.EMEDGENE, true, Set.of(Probe.PLAIN_HTTP))
        .send("POST", LOGIN, Map.of(), EmedgeneTarget.credentials("own", "secret"));

    assertThat(sent.lines()).hasSize(2);
    assertThat(sent.all())
        .allSatisfy(
            message -> {
              assertThat(message.headers()).isEmpty();
              assertThat(message.body().orElse("")).doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/test/EMG000000001",
    "POST, /api/participant/EMG000000001",
    "POST, /api/test/EMG000000001/preset_group"
  })
  void casesOfOthersAreReadOnly(String method, String path) {
    isRefused(guard(Api.EMEDGENE, false, ALL), method, path, OWN, "{}", "cases of the run only");
  }

  @Test
  void caseOfTheRunMayBeChanged() {
    SentMessages server =
        new SentMessages(
            message ->
                SentMessages.answer(
                    201, "{\"name\":\"EMG000000001\",\"notes\":\"" + TestMark.PREFIX + "\"}"));
    Channel guard = guard(creations.over(server), Api.EMEDGENE, false, ALL);

    guard.send("POST", "/api/cases/v2/cases", OWN, "{}");
    guard.send("PUT", "/api/test/EMG000000001", OWN, "{}");

    assertThat(server.lines()).endsWith("PUT /api/test/EMG000000001");
  }

  private Channel guard(Api api, boolean redirect, Set<Probe> allowed) {
    return guard(sent, api, redirect, allowed);
  }

  private Channel guard(Channel next, Api api, boolean redirect, Set<Probe> allowed) {
    ApiAddress address =
        new ApiAddress(
            URI.create("https://tenant.example"),
            URI.create("http://tenant.example"),
            new User("own", "secret"),
            Optional.empty());
    return new GuestGuard(
        next, api, redirect, Optional.of(address), allowed, wrongLogin, creations);
  }

  private void isRefused(
      Channel guard,
      String method,
      String target,
      Map<String, String> headers,
      String body,
      String reason) {
    int before = sent.all().size();
    assertThatThrownBy(() -> guard.send(method, target, headers, body))
        .isInstanceOf(NotAllowedException.class)
        .hasMessageContaining(reason);
    assertThat(sent.all()).hasSize(before);
  }
}
