package dev.casewright.mockserver.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.ContractBreach;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a test that failed, and what lets one fail. */
class FailedTestsTest {

  @Test
  void aFailedTestTellsWhatTheServerSaw() {
    Told told = run(Fails.class);

    assertThat(told.ran().failures()).singleElement().isInstanceOf(AssertionError.class);
    assertThat(told.text())
        .containsOnlyOnce(
            "What the mock server saw of Fails.looksForTheWrongOne in the space fails-1:")
        .containsOnlyOnce("GET /reports/{id} getOneReport: 404 refused");
  }

  @CasewrightMock
  static class Fails {
    @Test
    void looksForTheWrongOne(MockAccess mock) {
      assertThat(Caller.opal(mock, "/reports/999999?note=Canary-Jane-Doe")).isEqualTo(200);
    }
  }

  @Test
  void nothingOfARequestIsTold() {
    assertThat(run(Fails.class).text()).doesNotContain("Canary", "demo-password", "Basic ");
  }

  @Test
  void onlyTheLastTenExchangesAreTold() {
    assertThat(run(FailsLate.class).text())
        .contains("(the last 10 of 12 exchanges)")
        .doesNotContain("r-000002 ")
        .contains("r-000003 ")
        .contains("r-000012 ");
  }

  @CasewrightMock
  static class FailsLate {
    @Test
    void callsTwelveTimes(MockAccess mock) {
      for (int call = 0; call < 12; call++) {
        Caller.opal(mock, "/reports?limit=1");
      }
      throw new AssertionError("late");
    }
  }

  @Test
  void ofATestThatNeverReachedTheServerOneLineIsTold() {
    assertThat(run(NeverCalls.class).text().strip())
        .isEqualTo(
            "The mock server saw no request of NeverCalls.fails in the space nevercalls-1, where"
                + " the credentials of its MockAccess lead.");
  }

  @CasewrightMock
  static class NeverCalls {
    @Test
    void fails(MockAccess mock) {
      throw new AssertionError("No call to " + mock);
    }
  }

  @Test
  void ofATestWhoseSetUpFailsOneLineIsToldWithoutItsCredentials() {
    assertThat(run(NeverBegins.class).text().strip())
        .isEqualTo(
            "The mock server saw no request of NeverBegins.fails, which failed before its method.");
  }

  @CasewrightMock
  static class NeverBegins {
    @BeforeEach
    void setUp(MockAccess mock) {
      throw new IllegalStateException("No program at " + mock);
    }

    @Test
    void fails(MockAccess mock) {
      assertThat(mock).isNotNull();
    }
  }

  @Test
  void requestsThatWentElsewhereAreToldOfATestThatHadNone() {
    String text = run(CallsElsewhere.class).text();

    assertThat(text)
        .contains("no request of CallsElsewhere.asksWithoutTheCredentialsOfItsSpace in the space")
        .contains("Meanwhile there came with none, or with others:")
        .containsOnlyOnce("GET /reports getReports: 401 refused")
        .containsOnlyOnce("GET /reports/{id} getOneReport: 200 served")
        .doesNotContain("Canary", "evidence", "getReports: 200");
  }

  @CasewrightMock
  static class CallsElsewhere {
    @BeforeAll
    static void callsBeforeTheTest(MockServer server) {
      Caller.opal(server, "demo-login", "demo-password", "/reports?limit=1");
    }

    @Test
    void asksWithoutTheCredentialsOfItsSpace(MockAccess mock, MockServer server) {
      Caller.opal(server, "Canary-login", "Canary-password", "/reports");
      Caller.opal(server, "demo-login", "demo-password", "/reports/5001");
      throw new AssertionError("No request to " + mock);
    }
  }

  @Test
  void ofATestWhoseCredentialsWereRefusedNoExplanationsAreTold() {
    assertThat(run(IsRefused.class).text())
        .contains("refused the credentials of every request of IsRefused.hasTheWrongPassword")
        .contains("Its MockAccess has good ones.")
        .contains("GET /reports getReports: 401 refused")
        .doesNotContain("Canary", "evidence", "requirements");
  }

  @CasewrightMock
  static class IsRefused {
    @Test
    void hasTheWrongPassword(MockAccess mock, MockServer server) {
      Caller.opal(server, mock.opalLogin(), "Canary-password", "/reports");
      Caller.opal(server, mock.opalLogin(), "Canary-password", "/reports");
      throw new AssertionError("refused");
    }
  }

  @Test
  void whereOneRequestWasLetInAllAreExplained() {
    assertThat(run(IsRefusedOnce.class).text())
        .contains("What the mock server saw of IsRefusedOnce.hasTheWrongPasswordOnce in the space")
        .contains("requirements: OPAL-AUTH-04");
  }

  @CasewrightMock
  static class IsRefusedOnce {
    @Test
    void hasTheWrongPasswordOnce(MockAccess mock, MockServer server) {
      Caller.opal(server, mock.opalLogin(), "Canary-password", "/reports");
      Caller.opal(mock, "/reports?limit=1");
      throw new AssertionError("refused once");
    }
  }

  @Test
  void aTestThatPassesOrIsAbortedTellsNothing() {
    assertThat(run(PassesAndAborts.class).text()).isEmpty();
  }

  @CasewrightMock
  static class PassesAndAborts {
    @Test
    void passes(MockAccess mock) {
      assertThat(Caller.opal(mock, "/reports/999999")).isEqualTo(404);
    }

    @Test
    void aborts(MockAccess mock) {
      Caller.opal(mock, "/reports/999999");
      Assumptions.abort("on purpose");
    }
  }

  @Test
  void findingsLetATestFailIfTheyAreToldTo() {
    Told told = run(FindingsFail.class);

    assertThat(told.ran().failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("credentials-over-plain-http of getReports")
                    .hasMessageContaining("OPAL-TLS-01")
                    .hasMessageContaining("stands on standard error"));
    assertThat(told.ran().succeeded()).isEqualTo(1);
    assertThat(told.text()).contains("redirected").doesNotContain("What the client did wrong");
  }

  @CasewrightMock(failOnFindings = true)
  static class FindingsFail {
    @Test
    void sendsItsKeyWithoutTls(MockAccess mock) {
      Caller.get(mock, mock.httpUrl().resolve("/reports"));
    }

    @Test
    void expectsToBeFound(MockAccess mock, MockSpace space) {
      Caller.get(mock, mock.httpUrl().resolve("/reports"));
      assertThat(space.judgement().findings()).hasSize(1);
      space.judgement().clear();
    }
  }

  @Test
  void findingsOfATestThatFailsAnywayAreToldOnce() {
    Told told = run(FailsWithFindings.class);

    assertThat(told.ran().failures())
        .singleElement()
        .hasToString("java.lang.AssertionError: first");
    assertThat(told.text()).containsOnlyOnce("credentials-over-plain-http");
  }

  @CasewrightMock(failOnFindings = true)
  static class FailsWithFindings {
    @Test
    void fails(MockAccess mock) {
      Caller.get(mock, mock.httpUrl().resolve("/reports"));
      throw new AssertionError("first");
    }
  }

  @Test
  void findingsAloneLetNoTestFail() {
    assertThat(run(FindingsPass.class).ran().failures()).isEmpty();
  }

  @CasewrightMock
  static class FindingsPass {
    @Test
    void sendsItsKeyWithoutTls(MockAccess mock) {
      Caller.get(mock, mock.httpUrl().resolve("/reports"));
    }
  }

  @Test
  void anAnswerOfTheServerThatBreaksItsContractLetsTheTestFail() {
    assertThat(run(Breach.class).ran().failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessageContaining("broke its own contract"));
  }

  @CasewrightMock
  static class Breach {
    @Test
    void meetsAFaultOfTheServer(MockServer server) {
      ContractBreach.makeOneIn(server);
    }
  }

  private record Told(Ran ran, String text) {}

  private static Told run(Class<?> testClass) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      Ran ran = Ran.of(testClass);
      return new Told(ran, written.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }
}
