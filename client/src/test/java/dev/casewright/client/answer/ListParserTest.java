package dev.casewright.client.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.emedgene.model.CaseList;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.json.WireJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListParserTest {
  private static final String ONE = "{\"name\": \"EMG1\", \"x\": [1.50, {\"hits\": []}]}";
  private static final String TWO = "{\"name\": \"EMG2\", \"status\": \"custom\", \"y\": null}";

  private final ObjectMapper mapper = WireJson.newMapper();
  private final JsonDecoder decoder =
      new JsonDecoder(mapper, List.of(new ListShape(CaseList.class, "hits", List.of("objects"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hits\": [%s, %s]}",
        "{\"total\": 2, \"more\": {\"a\": [1]}, \"hits\": [%s, %s], \"after\": [{}]}",
        "{\"objects\": [%s, %s]}",
        "[%s, %s]",
        "[{\"hits\": [%s, %s]}]",
        "[{\"total\": 2, \"more\": {\"hits\": 1}, \"objects\": [%s, %s], \"after\": {}}]"
      })
  void inEveryShapeTheRowsComeWithoutLoss(String shape) throws Exception {
    List<CaseListEntry> rows = rowsOf(shape.formatted(ONE, TWO));

    assertThat(mapper.readTree(mapper.writeValueAsString(rows)))
        .isEqualTo(mapper.readTree("[" + ONE + "," + TWO + "]"));
    assertThat(mapper.writeValueAsString(rows)).contains("1.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"hits\": []}", "[]", "[{\"objects\": []}]"})
  void aListWithoutRowsIsEmpty(String answer) throws Exception {
    assertThat(rowsOf(answer)).isEmpty();
  }

  @Test
  void aSingleRowIsNotTakenForTheObjectAroundAList() throws Exception {
    assertThat(rowsOf("[" + TWO + "]")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"hits\": [{\"name\": \"EMG1\"}, {\"status\": \"x\"}]}            | /hits/1/name is"
            + " missing",
        "[{\"objects\": [{\"name\": \"EMG1\"}, {\"name\": 5}]}]             | /0/objects/1/name is"
            + " not of its type",
        "[{\"status\": \"Canary Patientdata\"}]                             | /0/name is missing",
        "[{\"name\": \"EMG1\"}, {\"name\": [\"Canary Patientdata\"]}]       | /1/name is not of its"
            + " type",
        "{\"hits\": [{\"name\": \"EMG1\"}, null]}                           | /hits/1 is null",
        "{\"hits\": [\"Canary Patientdata\"]}                               | /hits/0 is not of its"
            + " type",
        "[5]                                                                | /0 is not of its"
            + " type",
        "{\"message\": \"Canary Patientdata\"}                              | /hits is missing",
        "{}                                                                 | /hits is missing",
        "{\"hits\": null}                                                   | /hits is not a list",
        "{\"hits\": {}}                                                     | /hits is not a list",
        "\"Canary Patientdata\"                                             | root is not a list",
        "null                                                               | root is not a list",
        "``                                                                 | empty",
        "{\"hits\": [], \"objects\": []}                                    | second list",
        "[{\"hits\": []}, {}]                                               | holds more than the"
            + " list",
        "{\"hits\": []} {}                                                  | behind the end",
        "[] []                                                              | behind the end",
        "{\"hits\": [{\"name\": \"EMG1\"}                                   | not well-formed JSON"
            + " within /hits/1",
        "{\"hits\": [{\"name\": \"EMG1\"}, {\"name\":                       | not well-formed JSON"
            + " within /hits/1",
        "{\"hits\": []                                                      | not well-formed",
        "[{\"hits\": []}                                                    | not well-formed",
        "<html>Canary Patientdata</html>                                    | not well-formed",
        "{\"hits\": [{\"name\": \"EMG1\", \"name\": \"EMG2\"}]}             | not well-formed JSON"
            + " within /hits/0",
        "{\"hits\": [{\"name\": \"EMG1\", \"x\": NaN}]}                     | not well-formed JSON"
            + " within /hits/0"
      })
  void whatDoesNotFitIsNamedByItsPointerWithoutAnyValue(String answer, String expected) {
    assertThatThrownBy(() -> rowsOf(answer))
        .isInstanceOf(UnreadableJsonException.class)
        .hasMessageContaining(expected)
        .hasMessageNotContaining(Samples.CANARY)
        .hasNoCause();
  }

  @Test
  void rowsAreGivenBeforeTheNextOnesHaveCome() throws Exception {
    InputStream neverEnding =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the connection broke");
          }
        };
    ListParser<CaseListEntry> parser =
        decoder.parse(
            new SequenceInputStream(
                bytes("[{\"name\": \"EMG1\"}," + " ".repeat(20_000)), neverEnding),
            CaseList.class,
            CaseListEntry.class);

    assertThat(parser.next()).map(CaseListEntry::name).contains("EMG1");
    assertThatThrownBy(parser::next).isExactlyInstanceOf(IOException.class);
  }

  private List<CaseListEntry> rowsOf(String answer) throws IOException {
    ListParser<CaseListEntry> parser =
        decoder.parse(bytes(answer), CaseList.class, CaseListEntry.class);
    List<CaseListEntry> rows = new ArrayList<>();
    for (Optional<CaseListEntry> row = parser.next(); row.isPresent(); row = parser.next()) {
      rows.add(row.get());
    }
    assertThat(parser.next()).isEmpty();
    return rows;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
