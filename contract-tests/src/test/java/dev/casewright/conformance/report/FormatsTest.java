package dev.casewright.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FormatsTest {

  private final RunReport report = SampleReport.of();

  @ParameterizedTest
  @CsvSource({
    "OPAL-PAGE-01,'',''",
    "OPAL-PAGE-02,failure,''",
    "OPAL-PAGE-03,'',system-out",
    "EMG-CASE-01,skipped,''",
    "EMG-CASE-02,error,''",
    "EMG-CASE-03,error,''"
  })
  void junitXmlTellsEveryVerdictSoThatOnlyPassedAndWarnedAreGreen(
      String id, String verdict, String output) throws Exception {
    Element test = testCase(junit(), id);

    for (String kind : new String[] {"failure", "error", "skipped"}) {
      assertThat(test.getElementsByTagName(kind).getLength())
          .as(kind)
          .isEqualTo(kind.equals(verdict) ? 1 : 0);
    }
    assertThat(test.getElementsByTagName("system-out").getLength())
        .isEqualTo(output.isEmpty() ? 0 : 1);
  }

  @Test
  void junitXmlCountsWhatItHolds() throws Exception {
    Document junit = junit();

    assertThat(attributes((Element) junit.getElementsByTagName("testsuite").item(0)))
        .containsEntry("name", "casewright.opal")
        .containsEntry("tests", "3")
        .containsEntry("failures", "1")
        .containsEntry("errors", "0")
        .containsEntry("timestamp", "2031-03-04T09:15:00")
        .containsEntry("time", "7.250");
    assertThat(attributes((Element) junit.getElementsByTagName("testsuite").item(1)))
        .containsEntry("tests", "3")
        .containsEntry("errors", "2")
        .containsEntry("skipped", "1");
  }

  @Test
  void jsonFitsItsSchema() throws Exception {
    try (InputStream schema = JsonReport.class.getResourceAsStream(JsonReport.SCHEMA)) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(
                      new JsonReport().write(report),
                      InputFormat.JSON,
                      context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
          .isEmpty();
    }
  }

  @Test
  void pageAllowsItsOwnStyleAndScriptOnly() throws Exception {
    String page = new HtmlPage().write(report);

    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-" + hash(page, "style"))
        .contains("script-src 'sha256-" + hash(page, "script"))
        .doesNotContain("style=\"", "onclick", "unsafe", "http://", "https://", "<img", "src=\"");
  }

  @Test
  void pageEscapesEverything() {
    assertThat(new HtmlPage().write(report))
        .doesNotContain("<script>window", "<b> ")
        .contains("&lt;script&gt;window.broken=1&lt;/script&gt;");
  }

  @Test
  void pageShowsTheExchangeAndTheCommandOfAFailure() {
    assertThat(new HtmlPage().write(report))
        .contains("GET /reports?limit=0\nAuthorization: Basic ***")
        .contains("curl -sS &quot;$OPAL_URL/reports&quot;");
  }

  @Test
  void markdownEscapesEverything() {
    assertThat(new MarkdownSummary().write(report))
        .contains("&lt;/script>", "\\|", "~~~~~text")
        .contains("The suite itself failed")
        .doesNotContain("\n| OPAL-PAGE-02 | The sentence of OPAL-PAGE-02 </script>");
  }

  @Test
  void qualificationNamesWhatItRestsOnWhatWasNotTestedAndWhoSigns() {
    assertThat(new QualificationSummary().write(report))
        .contains("It is no certificate")
        .contains("0123456789abcdef", "Example 17", "mock server", "1.2.3")
        .contains("| It needs --effects create. | 1 | EMG-CASE-01 |")
        .contains("| Outside of what this run was asked to check. | ")
        .contains("OPAL-TIME-03")
        .contains("| Reviewed by |  |  |  |");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 80, 120})
  void consoleKeepsToTheWidthOfTheTerminalAndToAscii(int columns) {
    String text = new ConsoleTable(new Terminal(columns, false)).write(report);

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    assertThat(text).matches("[\\x20-\\x7e\\n]+");
    assertThat(text.replaceAll("\\s+", " ")).contains("FAIL OPAL-PAGE-02", "SKIP 1:", "NOT RUN");
  }

  @ParameterizedTest
  @CsvSource({
    "true,'',xterm,true",
    "true,1,xterm,false",
    "true,'',dumb,false",
    "false,'',xterm,false"
  })
  void coloursAreForTerminalsThatWantThem(
      boolean isTerminal, String noColor, String term, boolean colours) {
    Terminal terminal = Terminal.of(isTerminal, Map.of("NO_COLOR", noColor, "TERM", term));

    assertThat(new ConsoleTable(terminal).write(report).contains("\u001b[31m")).isEqualTo(colours);
  }

  @Test
  void coloursDoNotCountForTheWidth() {
    String plain = new ConsoleTable(new Terminal(60, false)).write(report);
    String coloured = new ConsoleTable(new Terminal(60, true)).write(report);

    assertThat(coloured.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(plain);
  }

  private static String hash(String page, String element) throws Exception {
    Matcher content =
        Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL).matcher(page);
    assertThat(content.find()).isTrue();
    byte[] bytes = content.group(1).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Document junit() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                new JunitXml().write(report).getBytes(StandardCharsets.UTF_8)));
  }

  private static Element testCase(Document junit, String id) {
    var all = junit.getElementsByTagName("testcase");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(test -> test.getAttribute("name").startsWith(id + ":"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> attributes(Element element) {
    var attributes = element.getAttributes();
    return IntStream.range(0, attributes.getLength())
        .mapToObj(attributes::item)
        .collect(Collectors.toMap(each -> each.getNodeName(), each -> each.getNodeValue()));
  }
}
