package dev.casewright.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.conformance.record.MockTarget;
import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

  private static MockServer mock;

  private final Calls calls = new Calls();

  @BeforeAll
  static void start() {
    mock = MockTarget.start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Test
  void verifyTrustsTheCertificatesThatItIsGiven(@TempDir Path folder) {
    Path ca = folder.resolve("ca.pem");
    mock.writeCaCertificate(ca);
    calls.with(Calls.users(mock));

    int code =
        calls.run(
            "verify",
            "--opal-url",
            mock.opalUrl().toString(),
            "--opal-redirect-url",
            mock.httpUrl().toString(),
            "--ca",
            ca.toString(),
            "--only",
            "OPAL-PDF-01,OPAL-TLS-01");

    assertThat(calls.out()).contains("2 pass");
    assertThat(code).isZero();
  }

  @Test
  void verifyTakesUsersFromAFile(@TempDir Path folder) throws IOException {
    String users =
        Calls.users(mock).entrySet().stream()
            .map(user -> user.getKey() + "=" + user.getValue())
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("users"), users);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(verify("OPAL-PDF-01", "--credentials", file.toString())).isZero();
  }

  @Test
  void verifyIsQuietUnlessItIsWatched() {
    calls.with(Calls.users(mock));

    assertThat(verify("OPAL-PDF-02")).isZero();
    assertThat(calls.err()).isEmpty();
  }

  @Test
  void verifyShowsItsProgressOnATerminal() {
    calls.with(Calls.users(mock)).onATerminal();

    assertThat(verify("OPAL-PDF-02")).isZero();
    assertThat(calls.err()).contains("\r10 requests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPAL-PDF-01 | OPAL-PDF-01 | OPAL-PDF-02",
        "opal-pdf-* | OPAL-PDF-02 | OPAL-PREV-01",
        "PREV | OPAL-PREV-01 | OPAL-PDF-01",
        "OPAL-AUTH | OPAL-AUTH-01 | EMG-AUTH-01",
        "emedgene | EMG-AUTH-01 | OPAL-AUTH-01",
        "probe | OPAL-TLS-01 | OPAL-PDF-01",
        "getFinalPdfReport | OPAL-PDF-01 | OPAL-LIST-01",
      })
  void requirementsAreChosenByIdTagOrOperation(String pattern, String there, String notThere) {
    assertThat(calls.run("list", "--only", pattern)).isZero();
    assertThat("\n" + calls.out())
        .contains("\n" + there + "  ")
        .doesNotContain("\n" + notThere + "  ");
  }

  @Test
  void whatIsSkippedIsNotChosen() {
    assertThat(calls.run("list", "--only", "opal", "--skip", "PDF,TLS")).isZero();
    assertThat(calls.out()).contains("OPAL-LIST-01  ").doesNotContain("OPAL-PDF-0", "OPAL-TLS-0");
  }

  @Test
  void listTellsAllAboutEveryRequirement() throws IOException {
    assertThat(calls.run("list", "--json")).isZero();
    JsonNode all = new ObjectMapper().readTree(calls.out());

    assertThat(all)
        .hasSizeGreaterThan(250)
        .allSatisfy(
            each -> {
              assertThat(each.path("id").asText()).matches("(OPAL|EMG)-[A-Z]+-\\d\\d");
              assertThat(each.path("sentence").asText()).isNotBlank();
              assertThat(each.path("evidence").asText()).isNotBlank();
              assertThat(each.path("source").asText()).isNotBlank();
              assertThat(each.path("effect").asText()).isNotBlank();
              assertThat(each.path("checks").isEmpty()).isEqualTo(each.has("untestable"));
            });
  }

  @Test
  void explainTellsHowARequirementIsChecked() {
    assertThat(calls.run("explain", "opal-pdf-01")).isZero();
    assertThat(calls.out())
        .contains(
            "OPAL-PDF-01: ",
            "Source:     Opal page, ",
            "(a section of the vendor's public page)",
            "Evidence: ",
            "Approved report has a final PDF.",
            "conformance/opal/OpalFinalPdfChecks.java, approvedReportHasAFinalPdf",
            "--deviate OPAL-PDF-01");
  }

  @Test
  void verifyWritesItsReportsAndTheDrift(@TempDir Path folder) {
    calls.with(Calls.users(mock));

    assertThat(verify("OPAL-PDF", "--report-dir", folder.toString())).isZero();
    assertThat(folder.toFile().list())
        .contains("drift.md", "drift.json", "drift-opal.patch")
        .hasSizeGreaterThan(6);
  }

  @Test
  void differenceOfNothingIsNotBreaking() {
    String contract = Path.of("..", "openapi").toString();

    assertThat(calls.run("difference", contract, contract)).isZero();
  }

  @Test
  void compareTellsWhatTwoTargetsDisagreeOn() {
    mock.space("worse").deviations().add("OPAL-PDF-01");
    calls
        .with(Calls.users(mock))
        .with(
            Map.of(
                "CASEWRIGHT_OTHER_OPAL_LOGIN",
                "demo-login.worse",
                "CASEWRIGHT_OTHER_OPAL_PASSWORD",
                mock.credentials().password()));
    String url = mock.plainHttpUrl().orElseThrow().toString();

    int code =
        calls.run("compare", "--opal-url", url, "--other-opal-url", url, "--only", "OPAL-PDF-01");

    assertThat(code).isEqualTo(1);
    assertThat(calls.out()).contains("OPAL-PDF-01");
  }

  @Test
  void baselineWritesDownWhatFails(@TempDir Path folder) throws IOException {
    mock.space("broken").deviations().add("OPAL-PDF-01");
    calls.with(Calls.users(mock)).with(Map.of("CASEWRIGHT_OPAL_LOGIN", "demo-login.broken"));
    Path file = folder.resolve("known.yaml");
    String url = mock.plainHttpUrl().orElseThrow().toString();

    assertThat(calls.run("baseline", "--opal-url", url, "--only", "OPAL-PDF-01", file.toString()))
        .isZero();
    assertThat(file).content().contains("OPAL-PDF-01");
  }

  private int verify(String only, String... more) {
    String[] arguments = {
      "verify", "--opal-url", mock.plainHttpUrl().orElseThrow().toString(), "--only", only
    };
    return calls.run(Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
  }
}
