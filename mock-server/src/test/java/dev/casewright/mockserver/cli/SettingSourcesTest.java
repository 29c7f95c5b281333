package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServerBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SettingSourcesTest {

  private static final Map<String, String> NOTHING = Map.of();

  @TempDir Path folder;

  @Test
  void anOptionComesBeforeTheEnvironmentAndThatBeforeTheFileAndThatBeforeTheDefault()
      throws IOException {
    String file = file("port: 1001\nhttp-port: 1002\nplain-http-port: 1003\n");
    Map<String, String> environment =
        Map.of("CASEWRIGHT_PORT", "2001", "CASEWRIGHT_HTTP_PORT", "2002");

    assertThat(printed(environment, "--config", file, "--port", "3001"))
        .contains("port: 3001  # option\n")
        .contains("http-port: 2002  # CASEWRIGHT_HTTP_PORT\n")
        .contains("plain-http-port: 1003  # " + file + ":3 (plain-http-port)\n")
        .contains("bind: 127.0.0.1  # default\n")
        .contains("# mappings:  # default\n");
  }

  @Test
  void everyOptionCanStandInTheFileAndInTheEnvironment() throws IOException {
    String all = printed(NOTHING, "--admin-token", "canary", "--token-key", "canary");
    Set<String> told =
        Pattern.compile("(?m)^(?:# )?([a-z-]+):")
            .matcher(all)
            .results()
            .map(name -> "--" + name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).isEqualTo(options());
  }

  @Test
  void whatIsPrintedCanBeFedBack() throws IOException {
    Map<String, String> environment =
        Map.of(
            "CASEWRIGHT_DEVIATE", "OPAL-FIND-01,OPAL-FIND-02",
            "CASEWRIGHT_SWITCH", "opal-list-shape=array",
            "CASEWRIGHT_PROGRESS", "reads:2",
            "CASEWRIGHT_WEBHOOKS_ANYWHERE", "true",
            "CASEWRIGHT_START_TIME", "2031-03-04T09:15:00Z",
            "CASEWRIGHT_CA_DIR", "a folder: \"with\" signs, and a comma");
    String first = printed(environment);

    String again = printed(NOTHING, "--config", file(first));

    assertThat(withoutOrigins(again)).isEqualTo(withoutOrigins(first));
    assertThat(first)
        .contains("deviate: [OPAL-FIND-01, OPAL-FIND-02]  # CASEWRIGHT_DEVIATE")
        .contains("switch: [\"opal-list-shape=array\"]")
        .contains("webhooks-anywhere: true")
        .contains("progress: \"reads:2\"");
  }

  @Test
  void secretsMayStandAnywhereAndAreNeverPrinted() throws IOException {
    String file = file("admin-token: canary-in-the-file\n");

    String printed = printed(Map.of("CASEWRIGHT_TOKEN_KEY", "canary"), "--config", file);

    assertThat(printed)
        .contains("# token-key: ********  # CASEWRIGHT_TOKEN_KEY")
        .contains("# admin-token: ********  # " + file + ":1 (admin-token)")
        .doesNotContain("canary");
  }

  @Test
  void aServerStartsWithTheSettingsOfAFile() throws IOException {
    String file =
        file(
            "port: 0\nhttp-port: 0\nplain-http-port: 0\ndeviate:\n  - OPAL-FIND-01\nca-out: "
                + folder.resolve("ca.pem")
                + "\n");

    Command started = Command.run(Map.of("CASEWRIGHT_CONFIG", file));

    assertThat(started.exitCode()).isZero();
    assertThat(started.out()).containsPattern("plain-http=[1-9]\\d*\n$");
    assertThat(folder.resolve("ca.pem")).exists();
  }

  @Test
  void aFlagOfTheFileCanBeTakenBackAndRepeated() throws IOException {
    String file = file("webhooks-anywhere: true\n");

    assertThat(printed(NOTHING, "--config", file, "--webhooks-anywhere"))
        .contains("webhooks-anywhere: true  # option");
    assertThat(printed(NOTHING, "--config", file, "--webhooks-anywhere=false"))
        .contains("webhooks-anywhere: false  # option");
  }

  @Test
  void printingTheSettingsStartsNothing() throws IOException {
    Command printed = Command.run(NOTHING, "--print-config", "--ca-out", folder + "/ca.pem");

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out()).doesNotContain("ready");
    assertThat(folder.resolve("ca.pem")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port: 1\\nhttp-prot: 2 | :2: There is no setting of this name. Did you mean http-port?",
        "--http-port: 2         | :1: There is no setting of this name. Did you mean http-port?",
        "colour: canary         | :1: There is no setting of this name. Names are those",
        "config: canary         | :1: There is no setting of this name.",
        "port: 1\\n\\nport: 2   | :3: port stands in line 1 too. Keep one",
        "port: {a: canary}      | :1: port is not one value. Write one",
        "port:                  | :1: port has no value. Give one",
        "deviate: []            | :1: deviate has no values. Give one",
        "bind: ''               | :1 (bind) is blank. Give a value",
        "just canary            | :1: This is no setting. Write lines",
        "port: 1\\nbind: [canary | :2: This is not YAML. Write lines",
        "port: 1\\n---\\nport: 2 | :3: A second document begins here. Keep one",
        "port: word             | :1 (port): Invalid value for option '--port'",
        "port: 70000            | :1 (port): A port is a number from 0 to 65535",
        "webhooks-anywhere: yes | :1 (webhooks-anywhere): Invalid value for option",
        "switch: word           | :1 (switch): ",
        "host: [a.example, b]   | :1 (host): A host is a DNS name with a dot",
        "deviate: [X-1]         | :1 (deviate): No requirement \"X-1\" can be broken",
        "switch: [a-thing=b]    | :1 (switch): There is no such switch",
        "log: some              | :1 (log): It is all, refused or off",
        "token-lifetime: PT0S   | :1 (token-lifetime): A token has to be good for some time",
      })
  void whatIsWrongInAFileIsToldWithItsLine(String text, String message) throws IOException {
    String file = file(text.replace("\\n", "\n"));

    Command refused = Command.run(NOTHING, "--print-config", "--config", file);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains(file + message).contains("--help");
    assertThat(refused.out() + refused.err()).doesNotContain("canary");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    Command refused = Command.run(NOTHING, "--config", "no/such/file.yaml");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("no/such/file.yaml: ", "--config");
  }

  @ParameterizedTest
  @CsvSource({
    "CASEWRIGHT_PORT, word",
    "CASEWRIGHT_PORT, 70000",
    "CASEWRIGHT_IDLE_TIME, soon",
    "CASEWRIGHT_ANSWER_LIMIT, 0",
    "CASEWRIGHT_CA_DIR, ' '"
  })
  void aWrongValueInTheEnvironmentIsToldWithItsVariable(String variable, String value) {
    Command refused = Command.run(Map.of(variable, value));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).startsWith(variable);
  }

  @Test
  void aWrongValueOnTheCommandLineIsNotBlamedOnTheEnvironment() {
    Command refused = Command.run(Map.of("CASEWRIGHT_PORT", "1"), "--port", "70000");

    assertThat(refused.err()).startsWith("--port: A port is");
  }

  @Test
  void aMisspeltVariableIsWarnedOf() {
    Command printed =
        Command.run(
            Map.of("CASEWRIGHT_HTTP_PROT", "canary", "CASEWRIGHT_HELP", "1"), "--print-config");

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.err())
        .contains(
            "CASEWRIGHT_HTTP_PROT is not read by this server. Did you mean CASEWRIGHT_HTTP_PORT?")
        .contains("CASEWRIGHT_HELP is not read by this server.")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CASEWRIGHT_OPAL_LOGIN",
        "CASEWRIGHT_EMEDGENE_PASSWORD_2",
        "CASEWRIGHT_OTHER_OPAL_LOGIN",
        "CASEWRIGHT_MOCK_ADMIN_TOKEN",
        "CASEWRIGHT_PORT",
        "OTHER_CASEWRIGHT_THING"
      })
  void variablesOfOthersAreNotWarnedOf(String variable) {
    assertThat(Command.run(Map.of(variable, "8443"), "--print-config").err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void helpIsThereWhateverIsWrongElsewhere(String argument) {
    Map<String, String> wrong = Map.of("CASEWRIGHT_PORT", "x", "CASEWRIGHT_CONFIG", "no/file");

    assertThat(Command.run(wrong, argument).exitCode()).isZero();
  }

  @Test
  void helpNamesTheOtherSources() {
    assertThat(Command.run(NOTHING, "--help").out())
        .contains("CASEWRIGHT_HTTP_PORT", "CASEWRIGHT_CONFIG", "http-port: 8080", "--print-config");
  }

  @Test
  void whatTheBuilderCanDoTheCommandLineCan() {
    Map<String, String> otherNames =
        Map.ofEntries(
            Map.entry("httpsPort", "--port"),
            Map.entry("caFolder", "--ca-dir"),
            Map.entry("limits", "--max-body-bytes"),
            Map.entry("adminOff", "--admin"),
            Map.entry("switchTo", "--switch"),
            Map.entry("clock", "--start-time"),
            Map.entry("random", "--random-seed"));
    Set<String> ofPrograms = Set.of("start", "scheduler", "onExchange");
    Set<String> methods =
        Arrays.stream(MockServerBuilder.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> !ofPrograms.contains(name))
            .map(name -> otherNames.getOrDefault(name, optionOf(name)))
            .collect(Collectors.toSet());

    assertThat(options()).containsAll(methods);
  }

  @Test
  void aValueStandsInNoTextOfASetting() {
    assertThat(new Setting("CANARY", "CASEWRIGHT_TOKEN_KEY"))
        .hasToString("setting of CASEWRIGHT_TOKEN_KEY");
  }

  private static String optionOf(String method) {
    Matcher capital = Pattern.compile("[A-Z]").matcher(method);
    return "--" + capital.replaceAll(letter -> "-" + letter.group().toLowerCase());
  }

  private static Set<String> options() {
    return SettingSources.settings(
            new CommandLine(new ServeCommand(new StopSignal())).getCommandSpec())
        .stream()
        .map(option -> option.longestName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String printed(Map<String, String> environment, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--print-config";
    Command command = Command.run(environment, all);
    assertThat(command.err()).isEmpty();
    assertThat(command.exitCode()).isZero();
    return command.out();
  }

  private static String withoutOrigins(String printed) {
    return printed.replaceAll("(?m)  # .*$", "");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("casewright.yaml"), text).toString();
  }
}
