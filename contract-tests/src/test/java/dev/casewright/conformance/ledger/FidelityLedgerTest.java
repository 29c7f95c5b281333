package dev.casewright.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.target.HttpChannel;
import dev.casewright.conformance.target.Message;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.ConfirmationLedger;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Evidence;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidelityLedgerTest {

  private static final String SUITE = "0123456789abcdef";
  private static final URI VENDOR = URI.create("https://vendor.example");

  @TempDir private Path folder;

  @BeforeEach
  void emptyLedgers() throws IOException {
    for (Api api : Api.values()) {
      Files.createDirectories(folder.resolve(api.id()));
      Files.writeString(file(api), "# Head.\napi: " + api.id() + "\nconfirmed: []\n");
    }
  }

  private Path file(Api api) {
    return folder.resolve(api.id()).resolve("confirmed.yaml");
  }

  private FidelityLedger ledger(URI url, String address) {
    return new FidelityLedger(
        folder, settings(url, Optional.empty()), host -> List.of(address(address)));
  }

  private FidelityLedger ledger() {
    return ledger(VENDOR, "192.0.2.1");
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (IOException notAnAddress) {
      throw new IllegalStateException(notAnAddress);
    }
  }

  private static RunSettings settings(URI url, Optional<MockAccess> mock) {
    try {
      return new RunSettings(
          Optional.of(new ApiAddress(url, url, new User("a", "b"), Optional.empty())),
          Optional.empty(),
          mock,
          SSLContext.getDefault(),
          Effect.READ,
          Set.of(),
          check -> true,
          false,
          1,
          Optional.empty(),
          Duration.ofSeconds(1),
          1);
    } catch (NoSuchAlgorithmException noTls) {
      throw new IllegalStateException(noTls);
    }
  }

  private static RunResult run(String day, Verdict verdict, CheckOutcome... outcomes) {
    Instant end = Instant.parse(day + "T10:15:30Z");
    return new RunResult(
        end,
        end,
        1,
        List.of(
            new RequirementResult(
                RequirementRegister.of(Api.OPAL).find("OPAL-PDF-02").orElseThrow(),
                verdict,
                "",
                List.of(outcomes).stream()
                    .map(
                        outcome ->
                            new CheckResult(
                                "A.b", 0, List.of("OPAL-PDF-02"), outcome, "", "", List.of()))
                    .toList())),
        Optional.empty());
  }

  private static RunResult judgedBeyondTheRegister() {
    Requirement claim =
        new Requirement(
            "OPAL-ANY-SCHEMA/getReports",
            "Every answer fits.",
            "The contract.",
            Evidence.INFERRED,
            List.of("getReports"),
            Effect.READ,
            List.of(),
            null);
    CheckResult check =
        new CheckResult("A.b", 0, List.of(claim.id()), CheckOutcome.PASSED, "", "", List.of());
    return new RunResult(
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        List.of(new RequirementResult(claim, Verdict.PASS, "", List.of(check))),
        Optional.empty());
  }

  private static RunResult passed(String day) {
    return run(day, Verdict.PASS, CheckOutcome.PASSED);
  }

  private Optional<LocalDate> lastConfirmed() throws IOException {
    return ConfirmationLedger.parse(Api.OPAL, Files.readString(file(Api.OPAL)))
        .lastConfirmed("OPAL-PDF-02");
  }

  @Test
  void whatPassedIsConfirmedWithItsDayAndSuite() throws IOException {
    assertThat(ledger().write(passed("2031-03-04"), SUITE)).isEqualTo(1);
    assertThat(file(Api.OPAL))
        .hasContent(
            "# Head.\napi: opal\nconfirmed:\n"
                + "  - {requirement: OPAL-PDF-02, day: 2031-03-04, suite: \"0123456789abcdef\"}\n");
  }

  @Test
  void anEarlierRunDoesNotReplaceALaterDay() throws IOException {
    ledger().write(passed("2031-03-04"), SUITE);
    ledger().write(passed("2030-03-04"), SUITE);
    assertThat(lastConfirmed()).contains(LocalDate.of(2031, 3, 4));
  }

  @Test
  void aFailureLeavesTheDayOfTheLastConfirmation() throws IOException {
    ledger().write(passed("2031-03-04"), SUITE);
    ledger().write(run("2031-05-06", Verdict.FAIL, CheckOutcome.FAILED), SUITE);
    assertThat(lastConfirmed()).contains(LocalDate.of(2031, 3, 4));
  }

  @Test
  void whatPassedInPartIsNotConfirmed() throws IOException {
    ledger()
        .write(run("2031-03-04", Verdict.PASS, CheckOutcome.PASSED, CheckOutcome.SKIPPED), SUITE);
    assertThat(lastConfirmed()).isEmpty();
  }

  @Test
  void whatNoRegisterHasIsNotConfirmed() {
    assertThat(ledger().write(judgedBeyondTheRegister(), SUITE)).isZero();
  }

  @Test
  void aServerOfThisMachineConfirmsNothing() {
    assertThatThrownBy(() -> ledger(URI.create("https://localhost:8443"), "192.0.2.1"))
        .isInstanceOf(LedgerRefusedException.class);
  }

  @Test
  void aNameThatLeadsToThisMachineConfirmsNothing() {
    assertThatThrownBy(() -> ledger(VENDOR, "127.0.0.7"))
        .isInstanceOf(LedgerRefusedException.class);
  }

  @Test
  void aServerWithTheAdminApiOfAMockConfirmsNothing() {
    MockAccess mock = new MockAccess(VENDOR, Optional.empty());
    assertThatThrownBy(
            () ->
                new FidelityLedger(folder, settings(VENDOR, Optional.of(mock)), host -> List.of()))
        .hasMessageContaining("--mock-control");
  }

  @Test
  void aFolderWithoutLedgersIsRefused() {
    assertThatThrownBy(
            () ->
                new FidelityLedger(
                    folder.resolve("opal"), settings(VENDOR, Optional.empty()), host -> List.of()))
        .hasMessageContaining("opal/confirmed.yaml");
  }

  @Test
  void aMockThatHidesBehindAnotherNameIsKnownByItsAnswers() throws IOException {
    FidelityLedger ledger = ledger();
    try (MockServer mock = MockServer.builder().plainHttpPort(0).start()) {
      Message message = new Message("GET", "/reports?limit=abc", Map.of(), Optional.empty());
      HttpChannel channel =
          new HttpChannel(
              mock.plainHttpUrl().orElseThrow(), HttpClient.newHttpClient(), Duration.ofSeconds(9));
      ledger.accept(new Exchange(Api.OPAL, false, message, Optional.of(channel.send(message)), ""));
    }
    assertThatThrownBy(() -> ledger.write(passed("2031-03-04"), SUITE))
        .isInstanceOf(LedgerRefusedException.class);
    assertThat(lastConfirmed()).isEmpty();
  }
}
