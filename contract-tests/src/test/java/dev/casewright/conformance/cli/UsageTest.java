package dev.casewright.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  private static final String CANARY = "canary-secret-4711";
  private static final String URL = "https://opal.invalid";

  private final Calls calls = new Calls();

  @ParameterizedTest
  @ValueSource(
      strings = {"--password", "--opal-password", "--login", "--api-key", "--token", "-user"})
  void secretsAreRefusedAsArgumentsAndNotRepeated(String option) {
    assertThat(calls.run("verify", "--opal-url", URL, option + "=" + CANARY)).isEqualTo(2);
    assertThat(calls.run("verify", "--opal-url", URL, option, CANARY)).isEqualTo(2);
    assertThat(calls.err())
        .contains(option + " is refused", "CASEWRIGHT_OPAL_PASSWORD", "--credentials")
        .doesNotContain(CANARY);
  }

  @Test
  void addressWithCredentialsIsRefusedAndNotRepeated() {
    assertThat(calls.run("plan", "--opal-url", "https://me:" + CANARY + "@host")).isEqualTo(2);
    assertThat(calls.err()).contains("holds credentials").doesNotContain(CANARY);
  }

  @Test
  void unknownArgumentIsNotRepeated() {
    assertThat(calls.run("verify", CANARY)).isEqualTo(2);
    assertThat(calls.run("verify", "--nonsense=" + CANARY)).isEqualTo(2);
    assertThat(calls.err())
        .contains("There is no option --nonsense.", "an argument too many")
        .doesNotContain(CANARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify | Nothing to check",
        "verify --opal-url http://opal.example | plain HTTP",
        "verify --opal-url ftp://opal.example | https or http",
        "verify --opal-url https://opal.example?x=1 | neither query",
        "verify --opal-url https://opal.example | CASEWRIGHT_OPAL_LOGIN",
        "verify --emedgene-url https://emedgene.example | CASEWRIGHT_EMEDGENE_USERNAME",
        "plan --opal-url https://h --opal-redirect-url https://h | Give an http address",
        "plan --emedgene-url https://h --opal-redirect-url http://h | Give both or none",
        "plan --opal-url https://h --only OPAL-NONE-01 | --only OPAL-NONE-01 is no id",
        "plan --opal-url https://h --skip nothing | --skip nothing is no id",
        "plan --opal-url https://h --effects probe | read, create, change or delete",
        "plan --opal-url https://h --allow-probe all | wrong-credentials",
        "plan --opal-url https://h --max-requests 0 | at least 1",
        "plan --opal-url https://h --rate 0 | more than 0",
        "plan --opal-url https://h --ca /dev/null | PEM",
        "explain OPAL-NONE-01 | no requirement of this id",
        "explain | ID",
        "nonsense | too many",
      })
  void wrongUsageIsToldAndEndsWith2(String arguments, String message) {
    assertThat(calls.run(arguments.split(" "))).isEqualTo(2);
    assertThat(calls.err()).contains(message);
    assertThat(calls.out()).isEmpty();
  }

  @Test
  void halfAUserIsRefused() {
    calls.with(Map.of("CASEWRIGHT_OPAL_LOGIN_2", "someone"));

    assertThat(calls.run("plan", "--opal-url", URL)).isEqualTo(2);
    assertThat(calls.err()).contains("CASEWRIGHT_OPAL_PASSWORD_2 is missing");
  }

  @Test
  void fileOfCredentialsThatOthersCanReadIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("users"), "CASEWRIGHT_OPAL_LOGIN=me\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    int code = calls.run("verify", "--opal-url", URL, "--credentials", file.toString());

    assertThat(code).isEqualTo(2);
    assertThat(calls.err()).contains("Others on the machine can read", "chmod 600");
  }

  @Test
  void helpTellsTheExitCodes() {
    assertThat(calls.run("--help")).isZero();
    assertThat(calls.out()).contains("verify", "plan", "list", "explain");
    for (ExitCode code : ExitCode.values()) {
      assertThat(calls.out()).contains(code.code() + "   " + code.meaning().substring(0, 11));
    }
  }
}
