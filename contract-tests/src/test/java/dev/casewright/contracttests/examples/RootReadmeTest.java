package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.contracttests.examples.MarkdownPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first page shows is run by the build. */
class RootReadmeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final MarkdownPage PAGE = MarkdownPage.read(ROOT.resolve("README.md"));
  private static final String THEN = " && ";

  private static final String PROJECT =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>lab.example</groupId>
        <artifactId>first-steps</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
      %1$s
        </dependencies>
        <repositories>
          <repository><id>of-the-build</id><url>%2$s</url></repository>
        </repositories>
        <pluginRepositories>
          <pluginRepository><id>of-the-build</id><url>%2$s</url></pluginRepository>
        </pluginRepositories>
        <build>
          <plugins>
            <plugin>
              <artifactId>maven-resources-plugin</artifactId>
              <version>%3$s</version>
            </plugin>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>%4$s</version>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  @Test
  void everyBlockIsOfAKindThatIsRun() {
    assertThat(PAGE.blocks()).extracting(Block::language).isSubsetOf("sh", "xml", "java");
    assertThat(PAGE.blocks("java")).isNotEmpty().noneMatch(block -> block.file() == null);
  }

  /** A build cannot run itself, so that each command goes as far as to the first phase. */
  @ParameterizedTest
  @MethodSource("builds")
  @Tag("full")
  void mavenTakesTheCommandsThatBuild(String command) {
    String begun = command.replaceFirst(" (package|install|verify)\\b", " validate");
    assertThat(begun).isNotEqualTo(command);
    run(ROOT, begun);
  }

  static Stream<String> builds() {
    Stream<String> inLines =
        Pattern.compile("`(mvn [^`]+)`")
            .matcher(PAGE.text())
            .results()
            .map(found -> found.group(1));
    return Stream.concat(commands().map(text -> text.split(THEN)[0]), inLines)
        .filter(text -> !text.contains("exec-maven-plugin"));
  }

  @Test
  @Tag("full")
  void theProgramOfThePageRunsWithItsDependencyAgainstItsServer(@TempDir Path folder)
      throws IOException {
    Files.createSymbolicLink(folder.resolve("mock-server"), ROOT.resolve("mock-server"));
    writeProject(folder);
    Map<String, String> anyPorts = Map.of("CASEWRIGHT_PORT", "0", "CASEWRIGHT_HTTP_PORT", "0");
    try (Program server = Program.start(folder, anyPorts, shell(starting()))) {
      List<String> told = server.linesUntil("ready ");
      Matcher port = Pattern.compile("ready https=(\\d+) .*").matcher(String.join("\n", told));
      assertThat(port.find()).as("%s", told).isTrue();

      String output = run(folder, running().replace("8443", port.group(1))).output();

      assertThat(output).contains("Saved ");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).anyMatch(file -> file.toString().endsWith(".pdf"));
      }
    }
  }

  private static Stream<String> commands() {
    return PAGE.blocks("sh").stream().map(Block::text).map(String::strip);
  }

  private static String starting() {
    return commands().filter(text -> text.contains(THEN)).findFirst().orElseThrow().split(THEN)[1];
  }

  private static String running() {
    return commands().filter(text -> text.contains("exec-maven-plugin")).findFirst().orElseThrow();
  }

  /** With a local repository of its own, which has the client as its installation leaves it. */
  private static void writeProject(Path folder) throws IOException {
    Path own = Path.of("target", "readme-repository").toAbsolutePath();
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    String version = first(parent, "<version>(.*?)</version>");
    install(own, "casewright", version, "pom", ROOT.resolve("pom.xml"));
    install(own, "casewright-client", version, "pom", ROOT.resolve("client/pom.xml"));
    String jar = "client/target/casewright-client-" + version + ".jar";
    install(own, "casewright-client", version, "jar", ROOT.resolve(jar));
    Files.createDirectories(folder.resolve(".mvn"));
    Files.writeString(folder.resolve(".mvn/maven.config"), "-Dmaven.repo.local=" + own + "\n");
    Files.writeString(
        folder.resolve("pom.xml"),
        PROJECT.formatted(
            PAGE.blocks("xml").get(0).text(),
            repositoryOfTheBuild(),
            first(parent, "<resources-plugin.version>(.*?)<"),
            first(parent, "<compiler-plugin.version>(.*?)<")));
    Path sources = Files.createDirectories(folder.resolve("src/main/java"));
    for (Block program : PAGE.blocks("java")) {
      String name = first(program.text(), "public final class (\\w+)");
      Files.writeString(sources.resolve(name + ".java"), program.text());
    }
  }

  private static void install(Path own, String name, String version, String kind, Path file)
      throws IOException {
    Path folder = own.resolve(Path.of("dev", "casewright", name, version));
    Files.createDirectories(folder);
    Files.copy(
        file,
        folder.resolve(name + "-" + version + "." + kind),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** As Surefire tells it. What the build has fetched already is not fetched again. */
  private static String repositoryOfTheBuild() {
    String usual = Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
    return Path.of(System.getProperty("localRepository", usual)).toUri().toString();
  }

  private static Program.Result run(Path folder, String command) {
    Map<String, String> sameJdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
    try (Program program = Program.start(folder, sameJdk, shell(command))) {
      Program.Result result = program.finish();
      assertThat(result.exitCode()).as("%s%n%s", command, result.output()).isZero();
      return result;
    }
  }

  private static List<String> shell(String command) {
    return List.of("bash", "-euo", "pipefail", "-c", command);
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .map(found -> found.group(1))
        .orElseThrow();
  }
}
